import { type CompiledCues, compileCues } from "./compile-cues";
import type { LanguageCues } from "./language-cues";
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

/** The data of every language that stances are judged in. One more is a file and a word here. */
export const LANGUAGE_DATA: readonly LanguageCues[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
  POLISH,
  JAPANESE,
  CHINESE,
];

/** The same, compiled, in the same order. */
export const LANGUAGES: readonly CompiledCues[] = LANGUAGE_DATA.map(compileCues);

/** What a text is read as when nothing tells its language. */
export const FALLBACK: CompiledCues = LANGUAGES[0] ?? compileCues(ENGLISH);
