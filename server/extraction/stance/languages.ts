import { type CompiledCues, compileCues } from "./compile-cues";
import { CHINESE } from "./languages/chinese";
import { DUTCH } from "./languages/dutch";
import { ENGLISH } from "./languages/english";
import { FRENCH } from "./languages/french";
import { GERMAN } from "./languages/german";
import { ITALIAN } from "./languages/italian";
import { JAPANESE } from "./languages/japanese";
import { POLISH } from "./languages/polish";
import { PORTUGUESE } from "./languages/portuguese";
import { SPANISH } from "./languages/spanish";

/** What a text is read as when nothing tells its language. */
export const FALLBACK: CompiledCues = compileCues(ENGLISH);

/** Every language that stances are judged in. One more is a file and a word here. */
export const LANGUAGES: readonly CompiledCues[] = [
  FALLBACK,
  ...[GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, POLISH, JAPANESE, CHINESE].map(compileCues),
];
