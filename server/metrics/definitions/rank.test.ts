import { describe, expect, it } from "vitest";
import { describeMetric } from "../describe-metric";
import { answer, cell, cells, sampleOf, silent } from "../testing/samples";
import { firstNamedRate } from "./first-named-rate";
import { meanRank } from "./mean-rank";

describe("first named", () => {
  it("goes to the brand of the declared set that stands before the others; a stranger before it takes nothing", () => {
    const week = cell("p", [
      answer(["own", "rival"]),
      answer(["rival", "own"]),
      answer(["stranger", "own"]),
      silent("empty"),
    ]);
    expect(firstNamedRate.compute(sampleOf([week]), "own")).toMatchObject({
      value: 0.5,
      successes: 2,
      total: 4,
    });
    expect(firstNamedRate.compute(sampleOf([week]), "rival")).toMatchObject({ value: 0.25, successes: 1 });
  });
});

describe("mean rank", () => {
  const at = (...places: number[]) => places.map((own) => answer(["own"], { ranks: { own } }));

  it("is the mean over prompts of the places in lists that have the brand, and says that it is unstable", () => {
    const value = meanRank.compute(
      sampleOf([cell("p1", [...at(1, 2), answer(["own"])]), cell("p2", at(5)), cell("p3", [answer([])])]),
      "own",
    );
    expect(value).toMatchObject({ value: 3.25, successes: 1, total: 3, n: 3, k: 2, upperBound: null });
    expect(value.flags).toContain("unstable");
  });

  it("has nothing to say of a brand that is on no list", () => {
    expect(meanRank.compute(sampleOf([cell("p", [answer(["own"])])]), "own")).toMatchObject({
      value: null,
      flags: ["no_data"],
    });
  });

  it("is said with one decimal and both intervals, of a small sample as counts", () => {
    const row = (count: number) => ({
      ...meanRank.compute(sampleOf([...cells(count, at(1, 3)), cell("other", at(4, 6))]), "own"),
      metricId: "mean_rank",
      brandId: "own",
      method: "v2",
    });
    expect(describeMetric(row(29))).toMatch(/^2\.1 \(panel 1\.\d-2\.\d, market 1\.\d-2\.\d\), unstable$/);
    expect(describeMetric(row(2))).toBe("first in 2 of 6 lists, 3 prompts, unstable");
  });
});
