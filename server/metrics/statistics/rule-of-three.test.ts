import { describe, expect, it } from "vitest";
import { ruleOfThree } from "./rule-of-three";

describe("ruleOfThree", () => {
  // Python: 1 - .05 ** (1 / n)
  it.each([
    [4, 0.5271291955],
    [50, 0.0581550791],
    [350, 0.0085227091],
  ])("no hit in %d leaves a rate of at most %d", (n, expected) => {
    expect(ruleOfThree(n)).toBeCloseTo(expected, 9);
  });

  it("is the rate at which no hit at all has a chance of 5 %", () => {
    for (const n of [1, 2, 7, 40]) expect((1 - ruleOfThree(n)) ** n).toBeCloseTo(0.05, 12);
  });

  it("is within 6 % of three over n from n = 30, and below 1 where three over n isn't", () => {
    for (const n of [30, 50, 100, 1000]) expect(ruleOfThree(n) / (3 / n)).toBeGreaterThan(0.94);
    for (const n of [1, 2]) {
      expect(3 / n).toBeGreaterThan(1);
      expect(ruleOfThree(n)).toBeLessThan(1);
    }
  });
});
