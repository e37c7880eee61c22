import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustForSweep } from "./benjamini-hochberg";

describe("adjustForSweep", () => {
  // The fifteen p-values of Benjamini & Hochberg 1995, section 3.2, where four are rejected at q = 0.05.
  // R 4.2.2: p.adjust(p, "BH").
  it("gives what R gives for the example of the paper", () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    const expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571429, 0.0638571428571429, 0.0645, 0.0765, 0.486,
      0.5811818181818181, 0.714875, 0.7532307692307693, 0.8132142857142857, 1,
    ];
    adjustForSweep(p).forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index] ?? -1, 12);
    });
    expect(adjustForSweep(p).filter((value) => value <= 0.05)).toHaveLength(4);
  });

  // R 4.2.2: p.adjust(c(0.06, 0.04, 0.06, 0.9), "BH")
  it("keeps the order given, and ties equal", () => {
    const adjusted = adjustForSweep([0.06, 0.04, 0.06, 0.9]);
    [0.08, 0.08, 0.08, 0.9].forEach((value, index) => {
      expect(adjusted[index]).toBeCloseTo(value, 12);
    });
    expect(adjustForSweep([])).toEqual([]);
    expect(adjustForSweep([0.03])).toEqual([0.03]);
  });

  it("discovers what the step-up rule of the paper rejects", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
        const sorted = [...p].sort((a, b) => a - b);
        const last = sorted.findLastIndex((value, index) => value <= ((index + 1) / p.length) * 0.1);
        const adjusted = adjustForSweep(p);
        expect(adjusted.filter((value) => value <= 0.1 + 1e-12)).toHaveLength(last + 1);
      }),
      { numRuns: 300 },
    );
  });
});
