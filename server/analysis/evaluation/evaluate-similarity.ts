import { cosine, NEAR_FROM } from "../cache/similarity";
import { guardOf } from "../cache/text-guard";
import { type NearMiss, nearMisses } from "./near-misses";
import { paraphrases } from "./paraphrases";

export interface SimilarityReport {
  readonly nearMisses: number;
  readonly paraphrases: number;
  /** Near misses that would be given the other text's judgement. */
  readonly falseHits: readonly NearMiss[];
  /** What they would be if similarity alone decided. */
  readonly falseHitsUnguarded: readonly NearMiss[];
  readonly hits: number;
  readonly hitsUnguarded: number;
}

/**
 * How the semantic cache does on the hand-made pairs: what it takes for the same and isn't, and how much of what is the same
 * it finds; both also without its guard. `embed` gives vectors of length 1, or null, which is a miss.
 */
export async function evaluateSimilarity(
  embed: (text: string) => Promise<number[] | null>,
): Promise<SimilarityReport> {
  const known = new Map<string, number[] | null>();
  for (const text of [...nearMisses.flatMap(({ one, other }) => [one, other]), ...paraphrases.flat()])
    if (!known.has(text)) known.set(text, await embed(text));
  const near = (one: string, other: string) => {
    const [a, b] = [known.get(one), known.get(other)];
    return Boolean(a && b && cosine(a, b) >= NEAR_FROM);
  };
  const guarded = (one: string, other: string) => guardOf(one) === guardOf(other);
  const nearPairs = paraphrases.filter(([one, other]) => near(one, other));
  const falseHitsUnguarded = nearMisses.filter(({ one, other }) => near(one, other));
  return {
    nearMisses: nearMisses.length,
    paraphrases: paraphrases.length,
    falseHits: falseHitsUnguarded.filter(({ one, other }) => guarded(one, other)),
    falseHitsUnguarded,
    hits: nearPairs.filter(([one, other]) => guarded(one, other)).length,
    hitsUnguarded: nearPairs.length,
  };
}
