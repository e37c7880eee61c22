import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankBiasedOverlap } from "./rank-biased-overlap";

describe("rankBiasedOverlap", () => {
  // Equation 32 of the paper in Python, exact (fractions.Fraction), p = 9/10.
  it.each([
    ["abc", "acb", 0.955],
    ["abcde", "badcf", 0.74178],
    ["ab", "abcd", 1],
    ["cab", "xyzab", 0.280665],
  ])("of %s and %s is %d, either way round", (one, other, expected) => {
    expect(rankBiasedOverlap([...one], [...other])).toBeCloseTo(expected, 12);
    expect(rankBiasedOverlap([...other], [...one])).toBeCloseTo(expected, 12);
  });

  it("weighs the first places most: the same swap costs more at the top than below", () => {
    const top = rankBiasedOverlap([..."abcdef"], [..."bacdef"]) ?? 0;
    const below = rankBiasedOverlap([..."abcdef"], [..."abcdfe"]) ?? 0;
    expect(top).toBeLessThan(below);
  });

  it("is 1 for the same ranking, 0 for nothing in common, and says nothing of two empty ones", () => {
    const ranking = fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { minLength: 1 });
    fc.assert(
      fc.property(ranking, (names) => {
        expect(rankBiasedOverlap(names, names)).toBeCloseTo(1, 12);
      }),
      { numRuns: 100 },
    );
    expect(rankBiasedOverlap(["a", "b"], ["c", "d", "e"])).toBe(0);
    expect(rankBiasedOverlap([], ["a"])).toBe(0);
    expect(rankBiasedOverlap([], [])).toBeNull();
  });
});
