import { TWO_SIDED, tQuantile } from "./quantiles";

/** The power at which an effect counts as detectable. */
export const DETECTABLE_POWER = 0.8;

/**
 * The smallest change that a two-sided t test at 5 % finds with 80 % power, given the standard error and the degrees of
 * freedom that the test itself used: (t_0.975 + t_0.8) · SE. From 6 degrees of freedom on this is within 0.5 % of the
 * exact value by the noncentral t, at 2 it is 5 % short of it.
 * Source: Bloom 1995, "Minimum detectable effects", Evaluation Review 19.
 */
export function detectableEffect(standardError: number, df: number): number {
  return (tQuantile(TWO_SIDED, df) + tQuantile(DETECTABLE_POWER, df)) * standardError;
}
