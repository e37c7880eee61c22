import { describe, expect, it } from "vitest";
import { computeMetrics } from "./compute-metrics";
import { describeMetric } from "./describe-metric";
import { METRICS } from "./registry";
import { answer, cell, sampleOf } from "./testing/samples";

function rowOf(cells: Parameters<typeof sampleOf>[0], metricId: string, brandId: string | null = "own") {
  const row = computeMetrics(sampleOf(cells)).find((r) => r.metricId === metricId && r.brandId === brandId);
  if (!row) throw new Error(`no row of ${metricId}`);
  return row;
}

describe("computeMetrics", () => {
  it("gives a row for each brand and brand metric, and one for each engine metric", () => {
    const rows = computeMetrics(sampleOf([cell("p1", [answer(["own"])])], ["own", "rival", "other"]));
    const engine = METRICS.filter((metric) => metric.scope === "engine").length;
    expect(rows).toHaveLength((METRICS.length - engine) * 3 + engine);
    expect(new Set(rows.map((row) => `${row.metricId}|${row.brandId}`)).size).toBe(rows.length);
  });
  it("says counts of a small sample", () => {
    expect(describeMetric(rowOf([cell("p1", [answer(["own"]), answer([])])], "presence"))).toContain(
      "1 of 2 answers, 1 prompt",
    );
  });
});
