import normal from "@stdlib/stats-base-dists-normal-quantile";
import student from "@stdlib/stats-base-dists-t-quantile";

/** Two-sided 95 %: the probability below the upper end. */
export const TWO_SIDED = 0.975;
/** One-sided 95 %. */
export const ONE_SIDED = 0.95;

/** z with P(Z ≤ z) = p, standard normal; p in (0, 1). */
export function normalQuantile(p: number): number {
  return normal(p, 0, 1);
}

/** t with P(T ≤ t) = p, Student's t with `df` ≥ 1 degrees of freedom; p in (0, 1). */
export function tQuantile(p: number, df: number): number {
  return student(p, df);
}
