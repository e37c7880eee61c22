import type { MetricFlag, MetricValue } from "./contract";
import { evidenceFor } from "./evidence";
import { nothing } from "./measure-rate";
import { meanIntervals, meanOfMeans, type Range } from "./statistics/mean-interval";

interface MeanRule {
  /** What a value can be. */
  readonly range: Range;
  /** What is counted beside it, for a sample too small for a level. */
  readonly successes: number;
  readonly total: number;
  readonly flags?: readonly MetricFlag[];
}

/** A mean over prompts of each one's mean, with both intervals. `prompts`: the values of each, at least one each. */
export function measureMean(
  prompts: readonly (readonly number[])[],
  { range, successes, total, flags = [] }: MeanRule,
): MetricValue {
  if (prompts.length === 0) return nothing(["no_data"]);
  const counts = { n: prompts.reduce((sum, values) => sum + values.length, 0), k: prompts.length };
  const repeated = prompts.some((values) => values.length > 1);
  return {
    value: meanOfMeans(prompts),
    successes,
    total,
    ...counts,
    ...meanIntervals(prompts, range),
    evidence: evidenceFor(counts.k, counts.n),
    upperBound: null,
    flags: repeated ? [...flags] : [...flags, "no_repeats"],
    seed: null,
  };
}
