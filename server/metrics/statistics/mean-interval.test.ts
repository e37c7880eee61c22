import { describe, expect, it } from "vitest";
import { meanIntervals, meanOfMeans } from "./mean-interval";

const prompts = [
  [1, 2, 2],
  [3, 5],
  [2, 2, 4, 1],
  [1, 1],
];
const wide = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

describe("intervals of a mean", () => {
  it("equal R's: t.test(m)$conf.int of the prompts' means, and qt(.975, df) * sqrt(sum(s^2/m)/k^2) around the mean", () => {
    const { market, panel } = meanIntervals(prompts, wide);
    expect(meanOfMeans(prompts)).toBeCloseTo(2.22916666666667, 13);
    expect(market?.low).toBeCloseTo(0.182409603146215, 12);
    expect(market?.high).toBeCloseTo(4.275923730187118, 12);
    expect(panel?.low).toBeCloseTo(1.50347728426028, 12);
    expect(panel?.high).toBeCloseTo(2.95485604907306, 12);
  });

  it("are cut where no value can be", () => {
    expect(meanIntervals(prompts, { min: 1, max: 4 }).market).toEqual({ low: 1, high: 4 });
  });

  it("take a prompt with one value to vary like the others, and no panel interval from mostly such prompts", () => {
    const single = meanIntervals([...prompts, [2]], wide).panel;
    const without = meanIntervals(prompts, wide).panel;
    if (!single || !without) throw new Error("four of five prompts have repeats");
    expect(single.high - single.low).toBeGreaterThan(0.8 * (without.high - without.low));
    expect(meanIntervals([[1], [2], [3, 4]], wide).panel).toBeNull();
  });

  it("aren't of width zero: where every value agrees the spread can't be seen", () => {
    expect(
      meanIntervals(
        [
          [1, 1],
          [1, 1],
        ],
        wide,
      ),
    ).toEqual({ panel: null, market: null });
    expect(meanIntervals([[1, 3]], wide).market).toBeNull();
  });
});
