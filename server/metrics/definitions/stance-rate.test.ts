import { expect, test } from "vitest";
import { Stance } from "../contract";
import { METRICS } from "../registry";
import { answer, cell, sampleOf } from "../testing/samples";

test("the stances of a brand's mentions are five rates that add up to 1, whatever nobody judged", () => {
  const answers = Stance.options.flatMap((stance, nth) =>
    Array.from({ length: nth + 1 }, () => answer(["own"], { stances: { own: stance } })),
  );
  const sample = sampleOf([cell("p", [...answers, answer(["own"]), answer([])])]);
  const rates = Stance.options.map((stance) => {
    const metric = METRICS.find(({ id }) => id === `${stance}_rate`);
    if (metric?.scope !== "brand") throw new Error(`no rate of ${stance}`);
    return metric.compute(sample, "own");
  });
  expect(rates.map(({ successes }) => successes)).toEqual([1, 2, 3, 4, 5]);
  expect(rates.every(({ total }) => total === 15)).toBe(true);
  expect(rates.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(1, 12);
});
