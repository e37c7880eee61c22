import type { OpeningWord } from "./opening-words";

/** Stands for the judged brand in a passage, whatever it is called. */
export const BRAND = "\uE000";
/** Stands before any other name. */
export const OTHER = "\uE001";
export const WORD = "[\\p{L}\\p{N}\\uE001'’.+-]+";

const NEVER = "(?!)";

/** The phrases of a language's data, as `language-cues.ts` describes them. */
export function phrasesOf(data: string): string[] {
  return data
    .split(/[|\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

/** "[top/best] pick" as its two phrases, where a choice of words opens it. */
export function opened(phrase: string): string[] {
  const [choice, words] = /^\[([^\]]+)\]/u.exec(phrase) ?? [];
  if (choice === undefined || words === undefined) return [phrase];
  return words.split("/").map((word) => word + phrase.slice(choice.length));
}

/**
 * What an opened phrase begins with: more letters may follow in "recommend*", but not in "not worth"; without spaces
 * between words they always may.
 */
export function firstWord(phrase: string, spaced: boolean): OpeningWord {
  const word = /^\p{L}+/u.exec(phrase)?.[0];
  if (word === undefined) throw new Error(`A cue begins with a letter, and "${phrase}" doesn't.`);
  return { word, open: !spaced || /^[*[_@]/u.test(phrase.slice(word.length)) };
}

/** One phrase of the data as the source of a pattern. */
function phraseSource(phrase: string): string {
  return phrase
    .replace(/[.+?^${}()\\]/gu, "\\$&")
    .replace(/\[([^\]]+)\]/gu, (_, words: string) => `(?:${words.replaceAll("/", "|")})`)
    .replaceAll("_ ", `(?:${WORD} ){0,3}`)
    .replaceAll("@", `(?:${WORD} ){0,2}${BRAND}(?: ${WORD}){0,3}`)
    .replaceAll("*", "\\p{L}*");
}

/** The source of a pattern for any of the phrases, longer ones first, so that "not worth" is read before "worth". */
export function anyOf(phrases: readonly string[]): string {
  if (phrases.length === 0) return NEVER;
  return [...phrases]
    .sort((left, right) => right.length - left.length)
    .map(phraseSource)
    .join("|");
}
