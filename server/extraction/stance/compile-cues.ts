import { CUE_KINDS, type CueKind, CueTable } from "./cue-table";
import type { HintName } from "./hints";
import type { LanguageCues } from "./language-cues";
import { anyOf, opened, phrasesOf, WORD } from "./phrases";

/** A language's cues, ready to be looked for in a passage (see `Passage`). */
export type CompiledCues = {
  readonly language: string;
  readonly signs: readonly string[];
  readonly letters: string;
  readonly cues: CueTable;
  /** Whether a cue can begin only where a word does. */
  readonly spaced: boolean;
  readonly contrast: RegExp;
  /** At the end of what stands before a cue. */
  readonly negationBefore: RegExp;
  /** At the start of what stands after one; null where a language has none. */
  readonly negationAfter: RegExp | null;
  readonly notOnly: RegExp;
  /** At the end of what stands before a name. */
  readonly loser: RegExp;
  /** Anywhere before a name; `isPassing` says whether it reaches it. */
  readonly passing: RegExp;
  /** At the start of what stands after a name. */
  readonly saying: RegExp;
  readonly condition: RegExp;
  readonly heading: RegExp;
};

/** What the phrases of the data hint at. */
const HINTED = [
  ...CUE_KINDS.map((kind) => ["cue", kind, kind] as const),
  ["contrast", "contrast", null],
  ["negation", "negation", null],
  ["notOnly", "notOnly", null],
  ["loser", "loser", null],
  ["passing", "passing", null],
  ["saying", "saying", null],
  ["condition", "condition", null],
  ["heading", "headings", null],
] as const satisfies readonly (readonly [HintName, keyof LanguageCues, CueKind | null])[];

/** Compiles one language's data. Scripts without spaces have no word boundaries. */
export function compileCues(data: LanguageCues): CompiledCues {
  const spaced = data.signs !== "";
  const open = spaced ? "(?<![\\p{L}\\p{N}])" : "";
  const close = spaced ? "(?![\\p{L}\\p{N}])" : "";
  const whole = (source: string, flags: string) => new RegExp(`${open}(?:${source})${close}`, flags);
  const before = (source: string, gap: string) => new RegExp(`${open}(?:${source})${gap}$`, "u");
  const wordsBetween = spaced ? `(?: ${WORD}){0,3} ` : "(?:是|太|够|很|那么|算)?";
  const negation = spaced ? `${anyOf(phrasesOf(data.negation))}|\\p{L}+n't` : anyOf(phrasesOf(data.negation));
  return {
    language: data.language,
    signs: data.signs.split(" ").filter((sign) => sign !== ""),
    letters: data.letters,
    cues: new CueTable(
      HINTED.flatMap(([hint, key, kind]) =>
        phrasesOf(data[key])
          .flatMap(opened)
          .map((phrase) => ({ phrase, hint, kind })),
      ),
      spaced,
      close,
    ),
    spaced,
    contrast: whole(anyOf(phrasesOf(data.contrast)), "gu"),
    negationBefore: before(negation, wordsBetween),
    negationAfter:
      data.negationAfter === undefined
        ? null
        : new RegExp(`^(?:${anyOf(phrasesOf(data.negationAfter))})`, "u"),
    notOnly: whole(anyOf(phrasesOf(data.notOnly)), "gu"),
    loser: before(anyOf(phrasesOf(data.loser)), spaced ? `\\s(?:${WORD} ){0,2}` : ""),
    passing: whole(anyOf(phrasesOf(data.passing)), "gu"),
    saying: new RegExp(`^ (?:${anyOf(phrasesOf(data.saying))})${close}`, "u"),
    condition: whole(anyOf(phrasesOf(data.condition)), "u"),
    heading: whole(anyOf(phrasesOf(data.headings)), "u"),
  };
}
