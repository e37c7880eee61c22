import { describe, expect, it } from "vitest";
import { findMetric, METRICS } from "./registry";

describe("the metric registry", () => {
  it("has each id once, in snake case, and finds each", () => {
    for (const metric of METRICS) {
      expect(metric.id).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(METRICS.filter((other) => other.id === metric.id)).toHaveLength(1);
      expect(findMetric(metric.id)).toBe(metric);
    }
    expect(findMetric("composite_score")).toBeUndefined();
  });

  it("says of each metric what it is, how it is computed and what it is counted out of", () => {
    for (const { label, description, formula, denominator } of METRICS) {
      for (const words of [label, description, formula, denominator]) expect(words.length).toBeGreaterThan(7);
    }
  });
});
