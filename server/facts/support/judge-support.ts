import { type NumberInText, numbersIn } from "../rules/numbers";
import { polarityOf } from "../rules/polarity";
import { isContent, type Word, wordsIn } from "../rules/words";

export interface SupportOpinion {
  readonly outcome: "supports" | "partly" | "unsupported";
  /** 0 to 1. */
  readonly confidence: number;
  /** The passage of the page that is nearest to the sentence, as [start, end). */
  readonly start: number;
  readonly end: number;
}

/** Share of the sentence's content words that a passage has to hold; chosen on pairs.ts. */
const SUPPORTS_FROM = 0.65;
const PARTLY_FROM = 0.45;
/** A passage is this many times as long as the sentence, in words, and at least so long. */
const PASSAGE_TIMES = 2;
const PASSAGE_LEAST = 30;

/**
 * Whether a page's text supports a sentence, by rule: the share of its content words that stand close together on the
 * page, with all of its numbers and names among them, and neither of the two denying what the other says. Pure; linear in
 * the page but for the length of a passage.
 */
export function judgeSupport(sentence: string, page: string): SupportOpinion {
  const wanted = claimOf(sentence);
  const words = wordsIn(page);
  const found = bestPassage(wanted.keys, words);
  if (found === null) return { outcome: "unsupported", confidence: 0.8, start: 0, end: 0 };
  const { start, end, share } = found;
  const passage = page.slice(start, end);
  const numbers = numbersIn(passage);
  const missing = wanted.numbers.filter((number) => !numbers.some((each) => isSame(number, each)));
  const keys = new Set(wordsIn(passage).map(({ key }) => key));
  const unnamed = wanted.names.filter((name) => !keys.has(name));
  const denies = contradicts(sentence, nearestSentence(passage, wanted.keys));
  const at = { start, end };
  if (share < PARTLY_FROM) return { outcome: "unsupported", confidence: 0.5 + (PARTLY_FROM - share), ...at };
  if (missing.length > 0 || denies) {
    const isWhole = share >= SUPPORTS_FROM;
    return { outcome: "unsupported", confidence: isWhole ? 0.75 : 0.6, ...at };
  }
  if (share < SUPPORTS_FROM || unnamed.length > 0) return { outcome: "partly", confidence: 0.4, ...at };
  return { outcome: "supports", confidence: Math.min(0.95, 0.6 + (share - SUPPORTS_FROM)), ...at };
}

interface Claim {
  /** Its content words, each once. */
  readonly keys: readonly string[];
  readonly numbers: readonly NumberInText[];
  /** Words in capitals inside of the sentence: names. */
  readonly names: readonly string[];
}

function claimOf(sentence: string): Claim {
  const plain = sentence.replace(/\[\d+\]|\[[^\]]{0,80}\]\([^)]{0,300}\)|[*_`#>|]/g, " ");
  const content = wordsIn(plain).filter(isContent);
  const isNumber = ({ key }: Word) => /^\d/.test(key);
  const names = content.filter((word, index) => index > 0 && !isNumber(word) && /^\p{Lu}/u.test(word.text));
  return {
    keys: [...new Set(content.filter((word) => !isNumber(word)).map(({ key }) => key))],
    numbers: numbersIn(plain),
    names: isTitled(content) ? [] : [...new Set(names.map(({ key }) => key))],
  };
}

/** In a heading, and in German, most words have a capital: it makes no name of them. */
function isTitled(words: readonly Word[]): boolean {
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  return capitals > words.length / 2;
}

/** The stretch of words that holds most of the keys, by a window that moves over the page. Null: it holds none. */
function bestPassage(
  keys: readonly string[],
  words: readonly Word[],
): { start: number; end: number; share: number } | null {
  const wanted = new Set(keys);
  const size = Math.max(PASSAGE_LEAST, keys.length * PASSAGE_TIMES);
  const counts = new Map<string, number>();
  let best = { from: 0, held: 0 };
  for (const [index, { key }] of words.entries()) {
    if (wanted.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    const left = words[index - size];
    if (left && wanted.has(left.key)) {
      const count = (counts.get(left.key) ?? 0) - 1;
      if (count > 0) counts.set(left.key, count);
      else counts.delete(left.key);
    }
    if (counts.size > best.held) best = { from: Math.max(0, index - size + 1), held: counts.size };
  }
  if (best.held === 0) return null;
  // The window was full when its last word came: the words before the first hit say nothing.
  const [first, last] = [words[best.from], words[Math.min(words.length - 1, best.from + size + 10)]];
  if (!first || !last) return null;
  return { start: first.start, end: last.end, share: best.held / wanted.size };
}

function isSame(wanted: NumberInText, other: NumberInText): boolean {
  if (wanted.unit !== null && other.unit !== null && wanted.unit !== other.unit) return false;
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  if (near(wanted.value, other.value))
    return wanted.to === null || other.to === null || near(wanted.to, other.to);
  if (other.to !== null) return near(wanted.value, other.to);
  if (wanted.precision === "about")
    return Math.abs(wanted.value - other.value) <= 0.1 * Math.abs(wanted.value);
  if (wanted.precision === "at_least")
    return other.value >= wanted.value && other.value <= wanted.value * 1.5;
  if (wanted.precision === "at_most")
    return other.value <= wanted.value && other.value >= wanted.value * 0.66;
  return false;
}

/** The sentence of a passage that shares most words with the claim. */
function nearestSentence(passage: string, keys: readonly string[]): string {
  const wanted = new Set(keys);
  const scored = passage.split(/(?<=[.!?])\s+|[。！？\n]/u).map((text) => ({
    text,
    held: new Set(
      wordsIn(text)
        .filter(({ key }) => wanted.has(key))
        .map(({ key }) => key),
    ).size,
  }));
  return scored.toSorted((a, b) => b.held - a.held)[0]?.text ?? "";
}

function contradicts(sentence: string, other: string): boolean {
  const [one, two] = [polarityOf(sentence), polarityOf(other)];
  return (one === "denied" && two === "affirmed") || (one === "affirmed" && two === "denied");
}
