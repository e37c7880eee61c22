import { describe, expect, it } from "vitest";
import { describeMetric } from "../describe-metric";
import { answer, cell, cells, sampleOf, silent } from "../testing/samples";
import { orderStability } from "./order-stability";
import { stability } from "./stability";

describe("stability", () => {
  it("is the mean over prompts of the mean likeness of every pair of repeats", () => {
    // p1: pairs 1/2, 1, 1/2; p2: one pair, 0.
    const week = [
      cell("p1", [answer(["own", "rival"]), answer(["own"]), answer(["rival", "own"])]),
      cell("p2", [answer(["own"]), silent("refused"), silent("truncated")]),
    ];
    expect(stability.compute(sampleOf(week))).toMatchObject({
      value: expect.closeTo((2 / 3 + 0) / 2, 12),
      successes: 1,
      total: 4,
      k: 2,
      panel: null,
    });
  });

  it("says nothing of pairs that both name nobody, of single answers, and of brands outside of the set", () => {
    const week = [cell("nobody", [answer([]), answer(["stranger"])]), cell("once", [answer(["own"])])];
    expect(stability.compute(sampleOf(week))).toMatchObject({ value: null, flags: ["no_data"] });
  });

  it("doesn't see an order, which the other one does", () => {
    const swapped = sampleOf(cells(30, [answer(["own", "rival"]), answer(["rival", "own"])]));
    expect(stability.compute(swapped).value).toBe(1);
    // RBO_EXT of two lists of two in opposite order, p = 0.9: (1 - p)/p · (0·p + 1·p²) + p² = p.
    expect(orderStability.compute(swapped).value).toBeCloseTo(0.9, 12);
  });

  it("is said as an index, and without a width where every prompt agrees", () => {
    const week = [
      ...cells(30, [answer(["own", "rival"]), answer(["own"])]),
      cell("p", [answer(["own"]), answer(["own"])]),
    ];
    const row = { ...stability.compute(sampleOf(week)), metricId: "stability", brandId: null, method: "v2" };
    expect(describeMetric(row)).toBe("0.52 (no panel interval, market 0.48-0.55)");
    const alike = stability.compute(sampleOf(cells(30, [answer(["own"]), answer(["own"])])));
    expect(alike).toMatchObject({ value: 1, panel: null, market: null });
  });
});
