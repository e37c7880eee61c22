import { describe, expect, it } from "vitest";
import { panelInterval, withinVariance } from "./panel-interval";
import { type PromptCount, summarise } from "./prompt-count";
import { ruleOfThree } from "./rule-of-three";
import { wilson } from "./wilson";

const prompts = (...counts: [hits: number, n: number][]): PromptCount[] =>
  counts.map(([hits, n]) => ({ hits, n }));

describe("panelInterval", () => {
  // Python, exact: fractions.Fraction gives V = 16/35, v_w = 2/525, n_eff = 456/7; then the score equation bisected.
  it("is Wilson on n_eff: a case worked in exact arithmetic", () => {
    const five = prompts([7, 7], [3, 7], [0, 7], [5, 7], [1, 7]);
    expect(summarise(five).rate).toBeCloseTo(16 / 35, 12);
    expect(withinVariance(five)).toBeCloseTo(2 / 525, 12);
    const interval = panelInterval(five, null);
    expect(interval?.low).toBeCloseTo(0.3419500269, 9);
    expect(interval?.high).toBeCloseTo(0.5771087708, 9);
  });

  // Python, exact: v_w = 7/576, Kish's n = 192/25 = 7.68 of 10 answers.
  it("gives a prompt with one answer the mean variance of the others, and weighs unequal repeats", () => {
    const unequal = prompts([1, 1], [2, 4], [0, 2], [3, 3]);
    expect(withinVariance(unequal)).toBeCloseTo(7 / 576, 12);
    expect(summarise(unequal).weighted).toBeCloseTo(7.68, 12);
    expect(summarise(unequal).rate).toBeCloseTo(5 / 8, 12);
  });

  it("doesn't exist when every prompt has a single answer, nor when most have", () => {
    expect(panelInterval(prompts([1, 1], [0, 1], [1, 1]), null)).toBeNull();
    expect(panelInterval(prompts([1, 1], [0, 1], [1, 2]), null)).toBeNull();
    expect(panelInterval(prompts([1, 1], [0, 2], [1, 2]), null)).not.toBeNull();
  });

  it("exists for a single prompt", () => {
    expect(panelInterval(prompts([3, 7]), null)).toMatchObject({
      low: expect.closeTo(0.158, 3),
      high: expect.closeTo(0.7495, 3),
    });
  });

  it("has a width when every prompt is all or nothing: three disagreeing answers can't be excluded", () => {
    const allOrNothing = prompts(
      ...Array.from({ length: 50 }, (_, k): [number, number] => [k < 15 ? 7 : 0, 7]),
    );
    expect(withinVariance(allOrNothing)).toBe(0);
    const interval = panelInterval(allOrNothing, null);
    expect(interval?.low).toBeGreaterThan(0.28);
    expect(interval?.low).toBeLessThan(0.3 - 3 / 350);
    expect(interval?.high).toBeGreaterThan(0.3 + 3 / 350);
  });

  it("uses the rule of three on the answers when none or all of them hit", () => {
    expect(panelInterval(prompts([0, 7], [0, 7]), null)).toEqual({ low: 0, high: ruleOfThree(14) });
    expect(panelInterval(prompts([7, 7], [7, 7]), null)).toEqual({ low: 1 - ruleOfThree(14), high: 1 });
  });

  it("takes the variance between days, with t of their degrees of freedom, where days differ and it is the larger", () => {
    const five = prompts([7, 7], [3, 7], [0, 7], [5, 7], [1, 7]);
    const plain = panelInterval(five, null);
    const apart = { variance: 0.01, df: 6, p: 0.01 };
    const expected = wilson(16 / 35, ((16 / 35) * (19 / 35)) / 0.01, 2.446911851144969);
    expect(panelInterval(five, apart)?.low).toBeCloseTo(expected.low, 12);
    expect(panelInterval(five, apart)?.high).toBeCloseTo(expected.high, 12);
    expect(panelInterval(five, { ...apart, p: 0.3 })).toEqual(plain);
    expect(panelInterval(five, { ...apart, variance: 1e-6 })).toEqual(plain);
  });
});
