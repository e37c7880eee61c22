import type { MetricFlag, MetricValue } from "./contract";
import { evidenceFor } from "./evidence";
import { dayMeans, dayVariance } from "./statistics/day-variance";
import { marketInterval, marketUpperBound } from "./statistics/market-interval";
import { panelInterval } from "./statistics/panel-interval";
import { summarise } from "./statistics/prompt-count";
import type { Trial } from "./trials-by-prompt";

/** A value with nothing to say, and why. */
export function nothing(
  flags: readonly MetricFlag[],
  counts: { n: number; k: number } = { n: 0, k: 0 },
): MetricValue {
  return {
    value: null,
    successes: 0,
    total: 0,
    ...counts,
    panel: null,
    market: null,
    evidence: evidenceFor(counts.k, counts.n),
    upperBound: null,
    flags: [...flags],
    seed: null,
  };
}

/** The rate of hits over prompts with both intervals. `prompts`: the trials of each prompt, at least one each. */
export function measureRate(prompts: readonly (readonly Trial[])[]): MetricValue {
  if (prompts.length === 0) return nothing(["no_data"]);
  const counts = prompts.map((trials) => ({
    hits: trials.filter((trial) => trial.hit).length,
    n: trials.length,
  }));
  const { k, n, hits, rate } = summarise(counts);
  const days = dayVariance(counts, dayMeans(prompts));
  const panel = panelInterval(counts, days);
  const flags: MetricFlag[] = panel === null ? ["no_repeats"] : [];
  return {
    value: rate,
    successes: hits,
    total: n,
    n,
    k,
    panel,
    market: marketInterval(counts, days),
    evidence: evidenceFor(k, n),
    upperBound: marketUpperBound(counts, days),
    flags,
    seed: null,
  };
}
