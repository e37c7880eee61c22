import type { MetricFlag, MetricValue } from "./contract";
import { evidenceFor } from "./evidence";
import { nothing } from "./measure-rate";
import { clusterBootstrap, type RatioAnswer, ratioOfMeans } from "./statistics/cluster-bootstrap";
import { seedFrom } from "./statistics/seeded-random";

interface RatioRule {
  /** What the draws are seeded by: the same words, the same intervals. */
  readonly seededBy: string;
  /** Said where nothing is in the whole of any answer. */
  readonly absent: MetricFlag;
  readonly successes: number;
  readonly total: number;
}

/** A ratio of means over prompts with both intervals by seeded bootstrap. `prompts`: the answers of each, at least one each. */
export function measureRatio(
  prompts: readonly (readonly RatioAnswer[])[],
  { seededBy, absent, successes, total }: RatioRule,
): MetricValue {
  const counts = { n: prompts.reduce((sum, answers) => sum + answers.length, 0), k: prompts.length };
  if (counts.n === 0) return nothing(["no_data"]);
  const value = ratioOfMeans(prompts);
  if (value === null) return nothing([absent], counts);
  const seed = seedFrom(seededBy);
  const bounds = clusterBootstrap(prompts, seed);
  return {
    value,
    successes,
    total,
    ...counts,
    ...bounds,
    evidence: evidenceFor(counts.k, counts.n),
    flags: bounds.panel === null ? ["no_repeats"] : [],
    seed,
  };
}
