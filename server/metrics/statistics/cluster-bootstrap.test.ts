import { describe, expect, it } from "vitest";
import { clusterBootstrap, type RatioAnswer, ratioOfMeans } from "./cluster-bootstrap";
import { ruleOfThree } from "./rule-of-three";

/** A prompt of one answer for each [part, whole]. */
const prompt = (...answers: [part: number, whole: number][]): RatioAnswer[] =>
  answers.map(([part, whole]) => ({ part, whole }));

const repeat = (count: number, answers: RatioAnswer[]) => Array.from({ length: count }, () => answers);

describe("clusterBootstrap", () => {
  // All 6^6 = 46,656 resamples enumerated in Python (itertools.product), quantiles of type 7 at Hesterberg's tails
  // 0.0024318 (two-sided) and 0.0136439 (one-sided), from t_5 = 2.570582 and 2.015048: 0.09302, 0.43243, 0.41667.
  it("finds the percentiles of the complete enumeration, within the noise of its draws", () => {
    const six = [
      prompt([3 / 7, 9 / 7]),
      prompt([5 / 7, 12 / 7]),
      prompt([1 / 7, 10 / 7]),
      prompt([2 / 7, 4 / 7]),
      prompt([6 / 7, 15 / 7]),
      prompt([0, 6 / 7]),
    ];
    expect(ratioOfMeans(six)).toBeCloseTo(17 / 56, 12);
    const many = clusterBootstrap(six, 1, 100_000);
    expect(many.market?.low).toBeCloseTo(0.09302, 2);
    expect(many.market?.high).toBeCloseTo(0.43243, 2);
    expect(many.upperBound).toBeCloseTo(0.41667, 2);
    const usual = clusterBootstrap(six, 1);
    expect(Math.abs((usual.market?.low ?? 1) - 0.09302)).toBeLessThan(0.03);
    expect(Math.abs((usual.market?.high ?? 1) - 0.43243)).toBeLessThan(0.03);
  });

  // With one mention an answer the ratio is a mean: v_w = K⁻² Σ x̄(1 − x̄)/(m − 1) = 0.25/200, 1.96 · √v_w = 0.0693.
  it("draws answers with the variance of the panel interval", () => {
    const { panel } = clusterBootstrap(repeat(200, prompt([1, 1], [0, 1])), 1);
    expect(((panel?.high ?? 0) - (panel?.low ?? 0)) / 2).toBeCloseTo(0.0693, 2);
  });

  it("says no less after one mention than after none", () => {
    const one = [prompt([1, 1], ...Array.from({ length: 6 }, (): [number, number] => [0, 1]))];
    const none = repeat(49, prompt(...Array.from({ length: 7 }, (): [number, number] => [0, 1])));
    const bounds = clusterBootstrap([...one, ...none], 1);
    expect(bounds.market?.high).toBeGreaterThanOrEqual(ruleOfThree(50));
    expect(bounds.upperBound).toBeGreaterThanOrEqual(ruleOfThree(50));
  });

  it("gives the same bounds for the same seed, others for another", () => {
    const prompts = Array.from({ length: 12 }, (_, k) => prompt([k % 2, 2], [(k + 1) % 3 === 0 ? 1 : 0, 3]));
    expect(clusterBootstrap(prompts, 5)).toEqual(clusterBootstrap(prompts, 5));
    expect(clusterBootstrap(prompts, 6)).not.toEqual(clusterBootstrap(prompts, 5));
  });

  it("has no panel bounds when most prompts were asked once", () => {
    expect(clusterBootstrap([prompt([1, 2]), prompt([0, 1])], 1).panel).toBeNull();
  });

  it("has no market bounds from one prompt, but panel bounds", () => {
    const bounds = clusterBootstrap([prompt([1, 2], [0, 1], [1, 3])], 1);
    expect(bounds.market).toBeNull();
    expect(bounds.upperBound).toBeNull();
    expect(bounds.panel).not.toBeNull();
  });

  it("bounds a brand that is never named by the rule of three on prompts and answers with a mention", () => {
    const bounds = clusterBootstrap([...repeat(9, prompt([0, 1], [0, 2])), prompt([0, 0], [0, 0])], 1);
    expect(bounds.market).toEqual({ low: 0, high: ruleOfThree(9) });
    expect(bounds.panel).toEqual({ low: 0, high: ruleOfThree(18) });
  });

  it("never claims a width of zero where every prompt looks the same", () => {
    const bounds = clusterBootstrap(repeat(10, prompt([1, 2], [1, 2])), 1);
    expect(bounds.market?.low).toBeCloseTo(0.5 * (1 - ruleOfThree(10)), 12);
    expect(bounds.market?.high).toBeCloseTo(0.5 + 0.5 * ruleOfThree(10), 12);
  });

  it("says nothing when no answer names anyone", () => {
    expect(clusterBootstrap(repeat(3, prompt([0, 0])), 1)).toEqual({
      panel: null,
      market: null,
      upperBound: null,
    });
  });
});
