import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "./quantiles";
import { wilson } from "./wilson";

const z = normalQuantile(0.975);

describe("wilson", () => {
  // The first four: Newcombe 1998, Statistics in Medicine 17:857, table I, method 3. Further digits by bisecting (x/n - p)^2 = z^2 p(1-p)/n in
  // plain Python. R: prop.test(81, 263, correct = FALSE)$conf.int. SciPy: binomtest(81, 263).proportion_ci(method="wilson").
  it.each([
    [81, 263, 0.2552885199, 0.366209577],
    [15, 148, 0.0623863995, 0.1604872417],
    [0, 20, 0, 0.1611251581],
    [1, 29, 0.0061132143, 0.1717552188],
    [29, 29, 0.8830302015, 1],
  ])("gives the published interval of %d in %d", (hits, n, low, high) => {
    const interval = wilson(hits / n, n, z);
    expect(interval.low).toBeCloseTo(low, 9);
    expect(interval.high).toBeCloseTo(high, 9);
  });

  it("holds the rate and stays within 0 and 1, for fractional sizes too", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.5, max: 1e5, noNaN: true }),
        fc.double({ min: 1, max: 13, noNaN: true }),
        (rate, n, quantile) => {
          const { low, high } = wilson(rate, n, quantile);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(rate + 1e-12);
          expect(high).toBeGreaterThanOrEqual(rate - 1e-12);
        },
      ),
    );
  });
});
