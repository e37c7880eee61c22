import type { LanguageCues } from "./language-cues";

export type CueKind = "against" | "pick" | "reservation" | "praise";

/** A language's cues, ready to be looked for in a passage (see `makePassage`). */
export type CompiledCues = {
  readonly language: string;
  readonly signs: ReadonlySet<string>;
  readonly letter: RegExp;
  /** Cues by their first letter, tried where a word begins; which kind one is says `kinds`, the first that fits. */
  readonly cues: ReadonlyMap<string, RegExp>;
  /** Whether a cue can begin only where a word does. */
  readonly spaced: boolean;
  readonly kinds: readonly (readonly [CueKind, RegExp])[];
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

/** Stands for the judged brand in a passage, whatever it is called. */
export const BRAND = "\uE000";
/** Stands before any other name. */
export const OTHER = "\uE001";

const NEVER = "(?!)";
const WORD = "[\\p{L}\\p{N}\\uE001'’.+-]+";
const KINDS: readonly CueKind[] = ["against", "pick", "reservation", "praise"];

function phrasesOf(data: string): string[] {
  return data
    .split(/[|\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

/** One phrase of the data as the source of a pattern; `language-cues.ts` says what its signs mean. */
function phraseSource(phrase: string): string {
  return phrase
    .replace(/[.+?^${}()\\]/gu, "\\$&")
    .replace(/\[([^\]]+)\]/gu, (_, words: string) => `(?:${words.replaceAll("/", "|")})`)
    .replaceAll("_ ", `(?:${WORD} ){0,3}`)
    .replaceAll("@", `(?:${WORD} ){0,2}${BRAND}(?: ${WORD}){0,3}`)
    .replaceAll("*", "\\p{L}*");
}

/** "[top/best] pick" as its two phrases, where a choice of words opens it. */
function opened(phrase: string): string[] {
  const [choice, words] = /^\[([^\]]+)\]/u.exec(phrase) ?? [];
  if (choice === undefined || words === undefined) return [phrase];
  return words.split("/").map((word) => word + phrase.slice(choice.length));
}

function byFirstLetter(phrases: readonly string[], close: string): ReadonlyMap<string, RegExp> {
  const byLetter = new Map<string, string[]>();
  for (const phrase of phrases.flatMap(opened)) {
    const letter = phrase === "" ? "" : String.fromCodePoint(phrase.codePointAt(0) ?? 0);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), phrase]);
  }
  return new Map([...byLetter].map(([letter, of]) => [letter, new RegExp(`(?:${anyOf(of)})${close}`, "uy")]));
}

/** Longer phrases first, so that "not worth" is read before "worth". */
function anyOf(phrases: readonly string[]): string {
  if (phrases.length === 0) return NEVER;
  return [...phrases]
    .sort((left, right) => right.length - left.length)
    .map(phraseSource)
    .join("|");
}

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
    signs: new Set(data.signs.split(" ")),
    letter: new RegExp(data.letters === "" ? NEVER : `[${data.letters}]`, "u"),
    cues: byFirstLetter(
      KINDS.flatMap((kind) => phrasesOf(data[kind])),
      close,
    ),
    spaced,
    kinds: KINDS.map((kind) => [kind, new RegExp(`^(?:${anyOf(phrasesOf(data[kind]))})$`, "u")] as const),
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
