import type { Interval } from "../contract";

/**
 * Wilson's score interval of a rate: all p with |rate − p| ≤ quantile · √(p(1 − p)/n).
 * `rate` in [0, 1]; `n` > 0 is the (effective, so maybe fractional) number of observations; `quantile` a z or t.
 * Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference", JASA 22.
 */
export function wilson(rate: number, n: number, quantile: number): Interval {
  const q2 = quantile ** 2 / n;
  const centre = (rate + q2 / 2) / (1 + q2);
  const half = (quantile / (1 + q2)) * Math.sqrt((rate * (1 - rate)) / n + q2 / (4 * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
