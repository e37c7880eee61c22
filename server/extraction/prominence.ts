import type { Span } from "./extraction-types";
import { endsAt } from "./stance/sentence-bounds";

/** The sentences of an answer that have words, in order: where each ends, and how many words it has. */
export interface SentenceWeights {
  readonly ends: readonly number[];
  readonly words: readonly number[];
  readonly total: number;
}

/** What a UTF-16 unit does in the counting of words: the regular expressions are asked once for each. */
const UNSEEN = 0;
const APART = 1;
const IN_WORD = 2;
/** A word by itself, of a script that writes none apart. */
const WHOLE = 3;
/** Belongs to the word that it stands in, and begins none. */
const JOINS = 4;
/** What a sentence may end with (`endsAt`). */
const STOPS = 5;
const UNITS = new Uint8Array(0x10000);
const WHOLE_WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORD_UNIT = /[\p{L}\p{N}]/u;
const JOINING = /[\p{M}'’-]/u;
const STOPPING = /[\n.!?。！？]/u;

function unitAt(prose: string, at: number): number {
  const code = prose.charCodeAt(at);
  const known = UNITS[code] ?? UNSEEN;
  if (known !== UNSEEN) return known;
  const sign = prose.charAt(at);
  const unit = classOf(sign);
  UNITS[code] = unit;
  return unit;
}

function classOf(sign: string): number {
  if (STOPPING.test(sign)) return STOPS;
  if (WHOLE_WORD.test(sign)) return WHOLE;
  if (WORD_UNIT.test(sign)) return IN_WORD;
  return JOINING.test(sign) ? JOINS : APART;
}

/** Cuts prose (links and what isn't said masked) into sentences and counts their words. Linear in its length. */
export function weighSentences(prose: string): SentenceWeights {
  const ends: number[] = [];
  const words: number[] = [];
  let [inside, count, total] = [false, 0, 0];
  for (let at = 0; at < prose.length; at += 1) {
    const unit = unitAt(prose, at);
    if (unit === WHOLE || (unit === IN_WORD && !inside)) count += 1;
    if (unit !== JOINS) inside = unit === IN_WORD;
    const isLast = at + 1 === prose.length;
    if (count > 0 && (isLast || (unit === STOPS && endsAt(prose, at + 1)))) {
      ends.push(at + 1);
      words.push(count);
      total += count;
      count = 0;
    }
  }
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
