import type { Random } from "../statistics/seeded-random";

/**
 * A draw from Beta(a, b), a and b > 0, as X/(X + Y) of two gammas.
 * Source: Devroye 1986, "Non-Uniform Random Variate Generation", section IX.4.
 */
export function drawBeta(a: number, b: number, random: Random): number {
  const x = drawGamma(a, random);
  return x / (x + drawGamma(b, random));
}

/** Source: Marsaglia & Tsang 2000, "A simple method for generating gamma variables", ACM TOMS 26; shape < 1 by its boost. */
function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * positive(random) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawNormal(random);
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(positive(random)) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A standard normal draw. Source: Box & Muller 1958, Annals of Mathematical Statistics 29. */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(positive(random))) * Math.cos(2 * Math.PI * random());
}

/** Uniform in (0, 1]: safe to take the logarithm of. */
function positive(random: Random): number {
  return 1 - random();
}
