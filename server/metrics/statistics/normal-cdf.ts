/**
 * Φ(x) of the standard normal, absolute error below 7.5e-8.
 * Source: Abramowitz & Stegun 1964, "Handbook of Mathematical Functions", formula 26.2.17.
 */
export function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const polynomial =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return x > 0 ? 1 - upper : upper;
}
