import { textKey } from "./clean-text";

/**
 * Words that a question is put in and that say nothing about what is asked for, in the languages that the product reads
 * best. "cheap" and "quiet" are no such words: prompts that differ in one of them are two questions.
 */
const FILLERS = new Set(
  `a an and are at be can could do does for give good how i in is it list me my name of on or our please recommend show
  tell than that the there to us we what when where which who with would you your
  am auf das dem den der des die ein eine einem einen einer es fur gibt gut gute guten ich im in ist man mir mit sind
  und von was welche welcher welches wer wie zu zum zur
  au aux avec ce ces dans de des du en est et il je la le les ma mes mon ou par pour quel quelle quelles quels qui sont
  sur un une votre
  con cual cuales de del e el en es la las lo los me mi o para por que quien son un una unos y`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Of all words of two prompts together, so many at least are in both. */
const ALIKE = 0.8;
/** One word of four or less is what a short question is about. */
const FEWEST_TO_DIFFER = 5;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** What a question is about: its words without fillers, accents, case and plural s. */
function contentWords(text: string): ReadonlySet<string> {
  const folded = textKey(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = [...segmenter.segment(folded)].filter(({ isWordLike }) => isWordLike);
  const content = words.map(({ segment }) => segment).filter((word) => !FILLERS.has(word));
  return new Set(content.map((word) => (word.length > 3 ? singular(word) : word)));
}

function singular(word: string): string {
  return word.replace(/ies$/u, "y").replace(/s$/u, "");
}

interface Question {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
}

/**
 * For each prompt that asks nearly what an earlier one asks, the number of that one, from 1. Near: the same words but for
 * fillers and order, or four of five where there are enough of them. Such prompts aren't two of a kind for an interval: what
 * an engine says to one it says to the other. Pure; a thousand prompts take some milliseconds.
 */
export function nearDuplicates(questions: readonly Question[]): Map<string, number> {
  const found = new Map<string, number>();
  const words = questions.map(({ text }) => contentWords(text));
  const holders = new Map<string, number[]>();
  for (const [index, { id, locale }] of questions.entries()) {
    const mine = words[index] ?? new Set();
    const shared = new Map<number, number>();
    for (const word of mine) {
      for (const other of holders.get(word) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(word, [...(holders.get(word) ?? []), index]);
    }
    for (const [other, count] of shared) {
      const size = words[other]?.size ?? 0;
      if (questions[other]?.locale !== locale || !isNear(mine.size, size, count)) continue;
      found.set(id, Math.min(found.get(id) ?? Number.POSITIVE_INFINITY, other + 1));
    }
  }
  return found;
}

function isNear(one: number, other: number, shared: number): boolean {
  if (shared === one && shared === other) return true;
  return Math.min(one, other) >= FEWEST_TO_DIFFER && shared / (one + other - shared) >= ALIKE;
}
