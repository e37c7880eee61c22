import { describe, expect, it } from "vitest";
import { fTail, twoSidedP } from "./f-tail";

describe("twoSidedP", () => {
  // R 4.2.2: 2 * pt(-abs(t), df)
  it.each([
    [-2.5, 12, 0.0279153995713252],
    [1.3, 3, 0.284467508727897],
    [0.2, 49, 0.8423083182661],
    [-8, 6, 0.000203464502079051],
    [0, 5, 1],
    [30, 40, 4.85090766059018e-29],
  ])("of t = %d with %d degrees of freedom is %d", (t, df, expected) => {
    expect(twoSidedP(t, df)).toBeCloseTo(expected, 12);
  });
});

describe("fTail", () => {
  // R 4.2.2: pf(x, between, within, lower.tail = FALSE)
  it.each([
    [1.5, 6, 300, 1.77755075333292e-1],
    [2.1, 2, 18, 1.51452266113366e-1],
    [0.4, 27, 1350, 9.9753329331524e-1],
    [0, 6, 300, 1],
  ])("at %d with %d and %d degrees of freedom is %d", (x, between, within, expected) => {
    expect(fTail(x, between, within)).toBeCloseTo(expected, 10);
  });
});
