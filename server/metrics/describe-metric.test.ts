import { describe, expect, it } from "vitest";
import { computeMetrics } from "./compute-metrics";
import type { MetricRow } from "./contract";
import { describeMetric, drawMetric, metricWords } from "./describe-metric";
import { answer, cell, sampleOf } from "./testing/samples";

const row: MetricRow = {
  metricId: "presence",
  brandId: "own",
  method: "v1",
  value: 0.412,
  successes: 144,
  total: 350,
  n: 350,
  k: 50,
  panel: { low: 0.351, high: 0.478 },
  market: { low: 0.302, high: 0.529 },
  evidence: "level",
  upperBound: 0.51,
  flags: [],
  seed: null,
};
const few: MetricRow = {
  ...row,
  value: 0.25,
  successes: 3,
  total: 12,
  n: 12,
  k: 4,
  evidence: "counts",
  upperBound: 0.54,
};

describe("describeMetric", () => {
  it("names both intervals", () => {
    expect(describeMetric(row)).toBe("41 % (panel 35-48 %, market 30-53 %)");
    expect(describeMetric({ ...row, panel: null })).toBe("41 % (no panel interval, market 30-53 %)");
  });

  it("says early of a small sample", () => {
    expect(describeMetric({ ...row, evidence: "early" })).toBe("early: 41 % (panel 35-48 %, market 30-53 %)");
  });

  it("says counts and a bound of a smaller one, never a bare percentage", () => {
    expect(describeMetric(few)).toBe("3 of 12 answers, 4 prompts (at most 54 %)");
    expect(describeMetric({ ...few, successes: 1, total: 1, k: 1, upperBound: null })).toBe(
      "1 of 1 answer, 1 prompt (too few for a bound)",
    );
    expect(describeMetric({ ...few, metricId: "share_of_voice" })).toContain("3 of 12 mentions, 4 prompts");
    expect(describeMetric({ ...few, metricId: "completion" })).toContain("3 of 12 asks, 4 prompts");
  });

  it("says at least, not at most 100 %, where all of a small sample hit", () => {
    const all = { ...few, value: 1, successes: 12, market: { low: 0.473, high: 1 }, upperBound: 1 };
    expect(describeMetric(all)).toBe("12 of 12 answers, 4 prompts (at least 47 %)");
  });

  it("doesn't round what is neither 0 nor 100 % to it", () => {
    const edges = {
      ...row,
      value: 0.004,
      panel: { low: 0, high: 0.00001 },
      market: { low: 0.9999, high: 1 },
    };
    expect(describeMetric(edges)).toBe("0.4 % (panel 0-0.1 %, market 99.9-100 %)");
  });

  it("says why there is no number", () => {
    const none = { ...few, value: null };
    expect(describeMetric({ ...none, flags: ["suppressed_below_70"] })).toBe(
      "withheld: under 70 % of the asks came back",
    );
    expect(describeMetric({ ...none, flags: ["no_rivals"] })).toBe("no rivals declared");
    expect(describeMetric({ ...none, flags: ["no_mentions"] })).toBe("no brand named in 12 answers");
    expect(describeMetric({ ...none, flags: ["no_data"] })).toBe("no data");
  });

  it("says of a flagged week that asks are missing", () => {
    expect(describeMetric({ ...row, flags: ["completion_below_90"] })).toMatch(
      /, under 90 % of the asks came back$/,
    );
  });

  it("of a first run of four prompts, three times each, says 3 of 12 answers with the bound of its prompts", () => {
    const hits = [2, 1, 0, 0].map((named, prompt) =>
      cell(
        `p${prompt}`,
        [0, 1, 2].map((repeat) => answer(repeat < named ? ["own"] : ["rival"])),
      ),
    );
    const [presence] = computeMetrics(sampleOf(hits));
    // Python, exact: DEFF = 44/27, t_3 = 2.353363 one-sided, the score equation bisected: 0.660636.
    expect(presence?.upperBound).toBeCloseTo(0.6606358661, 8);
    expect(presence && describeMetric(presence)).toBe("3 of 12 answers, 4 prompts (at most 66 %)");
  });
});

describe("metricWords", () => {
  it("has the same words in parts, and none that describeMetric would not say", () => {
    expect(metricWords({ ...row, evidence: "early" })).toEqual({
      value: "early: 41 %",
      panel: "panel 35-48 %",
      market: "market 30-53 %",
      bound: null,
      caution: null,
    });
    expect(metricWords({ ...few, flags: ["completion_below_90"] })).toEqual({
      value: "3 of 12 answers, 4 prompts",
      panel: null,
      market: null,
      bound: "at most 54 %",
      caution: "under 90 % of the asks came back",
    });
  });
});

describe("drawMetric", () => {
  it("draws a level with both intervals", () => {
    expect(drawMetric({ ...row, evidence: "early" })).toEqual({
      kind: "level",
      value: row.value,
      panel: row.panel,
      market: row.market,
    });
  });

  it("draws of counts how far the bound reaches, never a point or an interval", () => {
    expect(drawMetric(few)).toEqual({ kind: "bound", from: 0, to: 0.54 });
    const all = { ...few, value: 1, successes: 12, market: { low: 0.473, high: 1 }, upperBound: 1 };
    expect(drawMetric(all)).toEqual({ kind: "bound", from: 0.473, to: 1 });
    expect(drawMetric({ ...few, upperBound: null })).toBeNull();
  });

  it("draws nothing of a withheld value", () => {
    expect(drawMetric({ ...row, value: null, flags: ["suppressed_below_70"] })).toBeNull();
  });
});
