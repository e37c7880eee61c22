import student from "@stdlib/stats-base-dists-t-cdf";

/** P(|T| ≥ |t|), the two-sided p-value of `t` with `df` > 0 degrees of freedom. */
export function twoSidedP(t: number, df: number): number {
  return Math.min(1, 2 * student(-Math.abs(t), df));
}
