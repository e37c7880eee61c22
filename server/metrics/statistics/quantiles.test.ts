import { describe, expect, it } from "vitest";
import { normalCdf } from "./normal-cdf";
import { normalQuantile, tQuantile } from "./quantiles";

describe("quantiles", () => {
  it("agree with Python's statistics.NormalDist().inv_cdf(0.975)", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.9599639845400536, 10);
  });

  // Student's density integrated by Simpson's rule and bisected, in plain Python; SciPy: scipy.stats.t.ppf(p, df).
  it.each([
    [0.975, 49, 2.009575237],
    [0.975, 9, 2.262157163],
    [0.975, 3, 3.182446305],
    [0.95, 3, 2.353363435],
    [0.975, 1, 12.706204736],
  ])("of Student's t at p = %d with %d degrees of freedom is %d", (p, df, expected) => {
    expect(tQuantile(p, df)).toBeCloseTo(expected, 7);
  });

  // Python: statistics.NormalDist().cdf(x)
  it.each([
    [-3.104, 0.0009546166547944601],
    [-1.96, 0.024997895148220428],
    [0, 0.5],
    [1.2, 0.8849303297782917],
  ])("the normal's distribution function at %d is %d, to 7 digits", (x, expected) => {
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(7.5e-8);
  });
});
