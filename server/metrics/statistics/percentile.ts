import { normalCdf } from "./normal-cdf";
import { tQuantile } from "./quantiles";

/**
 * The `p` quantile of ascending `sorted` (at least one value), linear between neighbours.
 * Source: Hyndman & Fan 1996, "Sample quantiles in statistical packages", type 7 (the default of R and NumPy).
 */
export function percentile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * The tail to cut from bootstrap draws of `k` clusters for a nominal `tail`: Φ(−√(k/(k − 1)) · t). Plain percentiles are
 * too narrow when k is small, as z stands in for t and the variance is divided by k. `tail` unchanged for k < 2.
 * Source: Hesterberg 2015, "What teachers should know about the bootstrap", The American Statistician 69, section 5.3.
 */
export function expandedTail(tail: number, k: number): number {
  if (k < 2) return tail;
  return normalCdf(Math.sqrt(k / (k - 1)) * tQuantile(tail, k - 1));
}
