import type { Interval } from "../contract";
import { TWO_SIDED, tQuantile } from "./quantiles";

/** What a value can be; intervals are cut at its ends. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The mean over prompts of each one's mean. `prompts`: at least one, with at least one value each. */
export function meanOfMeans(prompts: readonly (readonly number[])[]): number {
  return mean(prompts.map(mean));
}

/**
 * 95 % intervals of `meanOfMeans`. Market: t with K − 1 degrees of freedom on the prompts' means; null for one prompt. Panel:
 * K⁻² Σ_k s_k²/m_k with t of Σ_k (m_k − 1) degrees of freedom; a prompt with one value is taken to vary like the others, and
 * it is null when fewer than half of the prompts have two. Where every value agrees the spread can't be seen, and both are
 * null rather than of width zero.
 * Source: Cochran 1977, "Sampling Techniques", sections 5.3 (strata) and 9.3 (clusters as units).
 */
export function meanIntervals(
  prompts: readonly (readonly number[])[],
  range: Range,
): { readonly panel: Interval | null; readonly market: Interval | null } {
  const value = meanOfMeans(prompts);
  const around = (variance: number, df: number): Interval | null => {
    if (variance < 1e-18) return null;
    const half = tQuantile(TWO_SIDED, df) * Math.sqrt(variance);
    return { low: Math.max(range.min, value - half), high: Math.min(range.max, value + half) };
  };
  const k = prompts.length;
  const market = k < 2 ? null : around(variance(prompts.map(mean)) / k, k - 1);
  const repeated = prompts.filter((values) => values.length > 1);
  if (repeated.length === 0 || repeated.length * 2 < k) return { panel: null, market };
  const df = sum(repeated.map((values) => values.length - 1));
  const ofSingle = mean(repeated.map(variance));
  const within = sum(
    prompts.map((values) => (values.length > 1 ? variance(values) / values.length : ofSingle)),
  );
  return { panel: around(within / k ** 2, df), market };
}

/** In ascending order, so that the same values have the same sum to the last digit, in whatever order they came. */
function sum(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** s² of two values or more. */
function variance(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}
