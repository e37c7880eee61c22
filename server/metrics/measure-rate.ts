import type { MetricFlag, MetricValue } from "./contract";
import { evidenceFor } from "./evidence";
import { dayShockVariance } from "./statistics/day-shock-variance";
import { marketInterval, marketUpperBound } from "./statistics/market-interval";
import { panelInterval, withinVariance } from "./statistics/panel-interval";
import { summarise } from "./statistics/prompt-count";
import type { Trial } from "./trials-by-prompt";

/** Nearer to 0 or 1 than this, on fewer prompts than that, the market interval is labelled approximate (methodology). */
const APPROXIMATE = { margin: 0.1, prompts: 50 };

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
  const dayVariance = dayShockVariance(prompts, withinVariance(counts));
  const panel = panelInterval(counts, dayVariance);
  const extreme = Math.min(rate, 1 - rate);
  const flags: MetricFlag[] = [];
  if (panel === null) flags.push("no_repeats");
  if (dayVariance !== null) flags.push("day_shocks");
  if (extreme > 0 && extreme < APPROXIMATE.margin && k < APPROXIMATE.prompts)
    flags.push("market_approximate");
  return {
    value: rate,
    successes: hits,
    total: n,
    n,
    k,
    panel,
    market: marketInterval(counts),
    evidence: evidenceFor(k, n),
    upperBound: marketUpperBound(counts),
    flags,
    seed: null,
  };
}
