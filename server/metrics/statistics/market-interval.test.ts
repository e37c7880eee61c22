import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { designEffect, marketInterval, marketUpperBound } from "./market-interval";
import { panelInterval } from "./panel-interval";
import { type PromptCount, summarise } from "./prompt-count";
import { normalQuantile } from "./quantiles";
import { ruleOfThree } from "./rule-of-three";
import { wilson } from "./wilson";

const prompts = (...counts: [hits: number, n: number][]): PromptCount[] =>
  counts.map(([hits, n]) => ({ hits, n }));

describe("marketInterval", () => {
  // Python, exact: DEFF = 1435/304 by fractions.Fraction; t_4 integrated and bisected; score equation bisected.
  it("is Wilson on n/DEFF with t of K - 1: a case worked in exact arithmetic", () => {
    const five = prompts([7, 7], [3, 7], [0, 7], [5, 7], [1, 7]);
    expect(designEffect(five, summarise(five))).toBeCloseTo(1435 / 304, 12);
    const interval = marketInterval(five, null);
    expect(interval?.low).toBeCloseTo(0.122657941, 8);
    expect(interval?.high).toBeCloseTo(0.8353181062, 8);
    expect(marketUpperBound(five, null)).toBeCloseTo(0.7809538669, 8);
  });

  it("can't be had from one prompt with hits and misses", () => {
    expect(marketInterval(prompts([3, 7]), null)).toBeNull();
    expect(marketUpperBound(prompts([3, 7]), null)).toBeNull();
  });

  it("uses the rule of three on the prompts, not on the answers, when none or all of them hit", () => {
    expect(marketInterval(prompts([0, 7], [0, 7]), null)).toEqual({ low: 0, high: ruleOfThree(2) });
    expect(marketInterval(prompts([7, 7], [7, 7], [3, 3]), null)).toEqual({
      low: 1 - ruleOfThree(3),
      high: 1,
    });
    expect(marketUpperBound(prompts([0, 7]), null)).toBeCloseTo(0.95, 12);
  });

  it("counts a prompt that is all or nothing once, however often it was asked", () => {
    const seven = prompts(...Array.from({ length: 10 }, (_, k): [number, number] => [k < 3 ? 7 : 0, 7]));
    const once = prompts(...Array.from({ length: 10 }, (_, k): [number, number] => [k < 3 ? 1 : 0, 1]));
    expect(designEffect(seven, summarise(seven))).toBeCloseTo((7 * 10) / 9, 12);
    expect(marketInterval(seven, null)?.high).toBeGreaterThanOrEqual(marketInterval(once, null)?.high ?? 1);
  });

  it("takes a design effect of 1 when prompts are more alike than chance", () => {
    expect(
      designEffect(prompts([3, 7], [3, 7], [3, 7]), { ...summarise(prompts([3, 7], [3, 7], [3, 7])) }),
    ).toBe(1);
  });

  it("says no less after one hit than after none (without the floor it would: the control)", () => {
    const one = prompts([1, 7], ...Array.from({ length: 49 }, (): [number, number] => [0, 7]));
    expect(marketInterval(one, null)?.high).toBeGreaterThanOrEqual(ruleOfThree(50));
    expect(marketUpperBound(one, null)).toBeGreaterThanOrEqual(ruleOfThree(50));
    expect(wilson(1 / 350, 350, normalQuantile(0.975)).high).toBeLessThan(ruleOfThree(50));
  });

  // Python, exact: s²/K = 41/1225, v_w = 2/525, V_day = 1/10 of two degrees of freedom: 953/7350 with df 3.1840; t integrated and
  // bisected.
  it("adds what days have in common, above what answers explain, with the degrees of freedom of the sum", () => {
    const five = prompts([7, 7], [3, 7], [0, 7], [5, 7], [1, 7]);
    const apart = { variance: 1 / 10, df: 2, p: 0.01 };
    const interval = marketInterval(five, apart);
    expect(interval?.low).toBeCloseTo(0.036965932, 7);
    expect(interval?.high).toBeCloseTo(0.948650807, 7);
    expect(marketInterval(five, { ...apart, p: 0.3 })).toEqual(marketInterval(five, null));
    expect(marketInterval(five, { ...apart, variance: 1 / 1000 })).toEqual(marketInterval(five, null));
  });

  it("holds the rate and the panel interval's centre, within 0 and 1, whatever the counts", () => {
    const count = fc
      .integer({ min: 1, max: 28 })
      .chain((n) => fc.record({ hits: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 60 }), (counts) => {
        const { rate } = summarise(counts);
        for (const interval of [marketInterval(counts, null), panelInterval(counts, null)]) {
          if (interval === null) continue;
          expect(interval.low).toBeGreaterThanOrEqual(0);
          expect(interval.high).toBeLessThanOrEqual(1);
          expect(interval.low).toBeLessThanOrEqual(rate);
          expect(interval.high).toBeGreaterThanOrEqual(rate);
          expect(interval.high - interval.low).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
