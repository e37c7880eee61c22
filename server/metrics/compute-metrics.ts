import type { MetricFlag, MetricRow, MetricValue } from "./contract";
import type { Metric } from "./define-metric";
import { completion } from "./definitions/completion";
import { METHOD_VERSION, METRICS } from "./registry";
import type { WindowSample } from "./window-sample";

/** Below the first a window is flagged, below the second its numbers are withheld. */
export const COMPLETION_THRESHOLDS = { flagged: 0.9, suppressed: 0.7 } as const;

/**
 * Every metric of the registry: a row for each brand of the declared set (each id once, in the sample's order), or one
 * with brandId null for a metric of the engine. Pure and deterministic, bootstrap included. Below the completion
 * thresholds every row but completion's own is flagged; below the lower one its value, intervals and bound are null.
 * @param metrics those that are wanted; a bootstrap takes seconds where the rest takes none
 */
export function computeMetrics(sample: WindowSample, metrics: readonly Metric[] = METRICS): MetricRow[] {
  const brands = [...new Set(sample.brands)];
  const completed = completion.compute(sample);
  return metrics.flatMap((metric): MetricRow[] => {
    const facts = { metricId: metric.id, method: METHOD_VERSION };
    if (metric.scope === "brand") {
      return brands.map((brandId) => ({
        ...withCompletion(metric.compute(sample, brandId), completed.value),
        ...facts,
        brandId,
      }));
    }
    const value = metric.compute(sample);
    const own = metric.id === completion.id;
    return [{ ...withCompletion(value, completed.value, own), ...facts, brandId: null }];
  });
}

/** A mean that equals a threshold on paper may fall a rounding error short of it. */
const ROUNDING = 1e-9;

/** Whether a window of this completion (null: nothing was planned) says nothing. */
export function isSuppressed(completion: number | null): boolean {
  return completion !== null && completion < COMPLETION_THRESHOLDS.suppressed - ROUNDING;
}

/** The value as the window's completion lets it be published. Completion null: nothing was planned, so nothing is missing. */
function withCompletion(value: MetricValue, completed: number | null, isCompletion = false): MetricValue {
  if (completed === null || completed >= COMPLETION_THRESHOLDS.flagged - ROUNDING) return value;
  const suppressed = isSuppressed(completed) && !isCompletion;
  const flag: MetricFlag = suppressed ? "suppressed_below_70" : "completion_below_90";
  const flags = [...value.flags, flag];
  return suppressed
    ? { ...value, value: null, panel: null, market: null, upperBound: null, flags }
    : { ...value, flags };
}
