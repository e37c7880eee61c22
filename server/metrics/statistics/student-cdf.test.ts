import { describe, expect, it } from "vitest";
import { twoSidedP } from "./student-cdf";

describe("twoSidedP", () => {
  // R 4.2.2: 2 * pt(-abs(t), df)
  it.each([
    [-2.5, 12, 0.0279153995713252],
    [1.3, 3, 0.284467508727897],
    [0.2, 49, 0.8423083182661],
    [-8, 6, 0.000203464502079051],
    [0, 5, 1],
  ])("of t = %d with %d degrees of freedom is %d", (t, df, expected) => {
    expect(twoSidedP(t, df)).toBeCloseTo(expected, 12);
  });
});
