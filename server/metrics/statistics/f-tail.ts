import fCdf from "@stdlib/stats-base-dists-f-cdf";

/**
 * P(F ≥ x) for an F of `between` and `within` degrees of freedom, all above 0. Taken as P(1/F ≤ 1/x), so that a tiny tail
 * keeps its digits.
 */
export function fTail(x: number, between: number, within: number): number {
  return x <= 0 ? 1 : fCdf(1 / x, within, between);
}

/** P(|T| ≥ |t|), the two-sided p-value of Student's `t` with `df` > 0 degrees of freedom: T² is an F of 1 and df. */
export function twoSidedP(t: number, df: number): number {
  return fTail(t ** 2, 1, df);
}
