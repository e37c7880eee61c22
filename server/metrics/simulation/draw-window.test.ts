import { describe, expect, it } from "vitest";
import { compareTallies, testChange } from "../statistics/change-test";
import { seededRandom } from "../statistics/seeded-random";
import { drawTrials } from "../testing/drawn-trials";
import { drawMarket, drawPanel, drawWindow, meanRate } from "./draw-window";

const whole = drawMarket({ rate: 0.3, rho: 0.385 }, seededRandom(9));

describe("drawWindow", () => {
  it("sums up what single answers would give: the test of its tallies is the test of the answers", () => {
    for (const seed of [1, 2, 3]) {
      for (const asking of [
        { m: 2, days: 2, dayShock: 0 },
        { m: 7, days: 7, dayShock: 0.6 },
        { m: 28, days: 7, dayShock: 0.6 },
        { m: 10, days: 7, dayShock: 0.6 },
      ]) {
        const odds = drawPanel(whole, 30, seededRandom(seed));
        const fast = seededRandom(seed);
        const tallies = [drawWindow(odds, asking, fast), drawWindow(odds, asking, fast)] as const;
        const slow = seededRandom(seed);
        const [before, after] = [drawTrials(odds, asking, slow), drawTrials(odds, asking, slow)];
        const pairs = before.map((trials, index) => ({ before: trials, after: after[index] ?? [] }));
        const single = testChange(pairs);
        const summed = compareTallies(...tallies);
        expect(summed.kind).toBe("tested");
        if (single.kind !== "tested" || summed.kind !== "tested") return;
        expect(summed.p).toBeCloseTo(single.p, 10);
        expect(summed.standardError).toBeCloseTo(single.standardError, 12);
        expect(summed.df).toBe(single.df);
      }
    }
  });

  it("draws prompts and answers with the market's rate, and moves them by the push in log-odds", () => {
    const random = seededRandom(4);
    const odds = drawPanel(whole, 20_000, random);
    expect(Math.abs(meanRate(whole) - 0.3)).toBeLessThan(0.005);
    expect(Math.abs(meanRate(odds) - 0.3)).toBeLessThan(0.01);
    const named = (push: number) => drawWindow(odds, { m: 7, days: 7, dayShock: 0 }, random, push);
    for (const push of [0, 0.5]) {
      const hits = named(push).prompts.reduce((sum, prompt) => sum + prompt.hits, 0);
      expect(Math.abs(hits / 140_000 - meanRate(odds, push))).toBeLessThan(0.004);
    }
    expect(meanRate(odds, 0.5)).toBeGreaterThan(0.35);
  });
});
