import type { Span } from "./extraction-types";
import type { UnitText } from "./normalise/unit-text";
import { endsAt } from "./stance/sentence-bounds";

/** The sentences of an answer that have words, in order: where each ends, and how many words it has. */
export interface SentenceWeights {
  readonly ends: readonly number[];
  readonly words: readonly number[];
  readonly total: number;
}

/** What a UTF-16 unit does in the counting of words. */
const APART = 0;
const IN_WORD = 1;
/** A word by itself, of a script that writes none apart. */
const WHOLE = 2;
/** Belongs to the word that it stands in, and begins none. */
const JOINS = 3;
/** What a sentence may end with (`endsAt`). */
const STOPS = 4;
/** Each later row overrules those before it. */
const CLASSES = [
  [JOINS, /[\p{M}'’-]+/gu],
  [IN_WORD, /[\p{L}\p{N}]+/gu],
  [WHOLE, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu],
  [STOPS, /[\n.!?。！？]+/gu],
] as const;
const CLASS_OF = new Uint8Array(0x10000).fill(APART);

fill();

function fill(): void {
  const every = Buffer.from(Uint16Array.from(CLASS_OF, (_, unit) => unit).buffer).toString("utf16le");
  for (const [kind, units] of CLASSES)
    for (const { index, 0: run } of every.matchAll(units)) CLASS_OF.fill(kind, index, index + run.length);
}

/** Cuts prose (links and what isn't said masked) into sentences and counts their words. Linear in its length. */
export function weighSentences({ text, units }: UnitText): SentenceWeights {
  const classes = CLASS_OF;
  const { length } = units;
  const ends: number[] = [];
  const words: number[] = [];
  let [inside, count, total] = [false, 0, 0];
  const close = (end: number) => {
    ends.push(end);
    words.push(count);
    total += count;
    count = 0;
  };
  for (let at = 0; at < length; at += 1) {
    const kind = classes[units[at] ?? 0] ?? APART;
    if (kind === IN_WORD) {
      if (!inside) count += 1;
      inside = true;
      while (at + 1 < length && classes[units[at + 1] ?? 0] === IN_WORD) at += 1;
      continue;
    }
    if (kind === JOINS) continue;
    inside = false;
    if (kind === WHOLE) count += 1;
    if (kind === STOPS && count > 0 && endsAt(text, at + 1)) close(at + 1);
  }
  if (count > 0) close(length);
  return { ends, words, total };
}

/**
 * How much of an answer a brand gets: the words of the sentences that name it, each weighted e^(−position/sentences), as a
 * share of all words; in (0, 1]. `spans`: where it is named, at least once, in order.
 * Source: Aggarwal et al. 2024, "GEO", KDD, position-adjusted word count. (Their released code gives a source that isn't
 * there 1/n; here what isn't named has no prominence.)
 */
export function prominenceOf(spans: readonly Span[], { ends, words, total }: SentenceWeights): number {
  let [sum, sentence, counted] = [0, 0, -1];
  for (const { start } of spans) {
    while (sentence < ends.length - 1 && (ends[sentence] ?? 0) <= start) sentence += 1;
    if (sentence === counted) continue;
    counted = sentence;
    sum += (words[sentence] ?? 0) * Math.exp(-sentence / ends.length);
  }
  return total === 0 ? 0 : sum / total;
}
