import { describe, expect, it } from "vitest";
import { computeMetrics } from "./compute-metrics";
import { MetricRow } from "./contract";
import { METRICS } from "./registry";
import { answer, cell, cells, sampleOf } from "./testing/samples";
import type { CellSample } from "./window-sample";

/** 40 prompts, 10 asks each unless said otherwise, `failed` of which have no answer. */
function weekWith(failed: number, asks = 10): CellSample[] {
  const answers = Array.from({ length: asks - failed }, (_, index) =>
    answer(index % 2 === 0 ? ["own"] : ["rival"]),
  );
  return cells(40, answers).map((each) => ({ ...each, unanswered: { ...each.unanswered, failed } }));
}

function rowsOf(sampled: readonly CellSample[], metricId: string): MetricRow[] {
  return computeMetrics(sampleOf(sampled)).filter((row) => row.metricId === metricId);
}

describe("computeMetrics", () => {
  it("gives a row for each metric of a brand and each brand once, and one for each metric of the engine", () => {
    const rows = computeMetrics(sampleOf([cell("p", [answer(["own"])])], ["own", "rival", "other", "own"]));
    const ofEngine = METRICS.filter((metric) => metric.scope === "engine").length;
    expect(rows).toHaveLength((METRICS.length - ofEngine) * 3 + ofEngine);
    expect(new Set(rows.map((row) => `${row.metricId}|${row.brandId}`)).size).toBe(rows.length);
    const ofEngines = METRICS.filter((metric) => metric.scope === "engine").map(({ id }) => id);
    expect(rows.filter((row) => row.brandId === null).map((row) => row.metricId)).toEqual(ofEngines);
  });

  it("gives rows that the contract accepts, from an empty week to a full one", () => {
    for (const sampled of [[], [cell("p", [])], weekWith(0), weekWith(5), weekWith(10)]) {
      for (const row of computeMetrics(sampleOf(sampled))) expect(MetricRow.parse(row)).toEqual(row);
    }
  });

  it("is deterministic", () => {
    expect(computeMetrics(sampleOf(weekWith(1)))).toEqual(computeMetrics(sampleOf(weekWith(1))));
  });

  it("doesn't flag a week of which 90 % came back", () => {
    expect(rowsOf(weekWith(1), "presence")[0]).toMatchObject({ value: 5 / 9, flags: [] });
  });

  it("flags a week of which less than 90 % came back, on every row", () => {
    for (const row of computeMetrics(sampleOf(weekWith(2)))) {
      expect(row.flags).toContain("completion_below_90");
      if (["presence", "share_of_voice", "stability"].includes(row.metricId))
        expect(row.value).not.toBeNull();
    }
  });

  it("gives shares and indices from 0 to 1, and ranks from 1 on", () => {
    for (const row of computeMetrics(sampleOf(weekWith(1)))) {
      const least = METRICS.find(({ id }) => id === row.metricId)?.unit === "rank" ? 1 : 0;
      for (const value of [row.value, row.panel?.low, row.market?.high, row.upperBound]) {
        if (value == null) continue;
        expect(value).toBeGreaterThanOrEqual(least);
        if (least === 0) expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it("withholds every number of a week of which less than 70 % came back, except completion, and keeps the counts", () => {
    expect(rowsOf(weekWith(4), "presence")[0]).toMatchObject({
      value: null,
      panel: null,
      market: null,
      upperBound: null,
      successes: 120,
      n: 240,
      flags: ["suppressed_below_70"],
    });
    expect(rowsOf(weekWith(4), "completion")[0]).toMatchObject({ value: expect.closeTo(0.6, 9) });
    expect(rowsOf(weekWith(8, 25), "presence")[0]?.value).toBeNull();
    expect(rowsOf(weekWith(3), "presence")[0]?.value).not.toBeNull();
  });

  it("withholds nothing of an imported week: nothing was planned, so nothing is missing", () => {
    const imported = cells(30, [answer(["own"], { planned: false })]);
    expect(rowsOf(imported, "presence")[0]).toMatchObject({ value: 1, flags: ["no_repeats"] });
  });
});
