import { describe, expect, it } from "vitest";
import { drawBeta } from "../simulation/beta-sampler";
import { intraPromptCorrelation, pooledIntraPromptCorrelation } from "./intra-prompt-correlation";
import type { PromptCount } from "./prompt-count";
import { seededRandom } from "./seeded-random";

const prompts = (hits: number[], n: number[]): PromptCount[] =>
  hits.map((own, index) => ({ hits: own, n: n[index] ?? 0 }));

describe("intraPromptCorrelation", () => {
  // R 4.2.2: a <- anova(aov(y ~ prompt)) of the single answers, (a[1, 3] - a[2, 3]) / (a[1, 3] + (mA - 1) * a[2, 3]) with
  // mA <- (sum(n) - sum(n^2) / sum(n)) / 9; the same without each prompt in turn, and qt(.975, 9) jackknife errors.
  it("is what R's analysis of variance gives with unequal repeats", () => {
    const found = intraPromptCorrelation(
      prompts([3, 0, 4, 5, 1, 2, 6, 0, 0, 7], [7, 5, 7, 6, 3, 4, 7, 7, 2, 7]),
    );
    expect(found?.rho).toBeCloseTo(0.431706991638498, 10);
    expect(found?.low).toBe(0);
    expect(found?.high).toBeCloseTo(0.889608798987737, 8);
  });

  it("is 1 where each prompt always gets the same, 0 where prompts differ less than chance", () => {
    expect(intraPromptCorrelation(prompts([5, 0, 5, 0], [5, 5, 5, 5]))).toMatchObject({ rho: 1, high: 1 });
    expect(intraPromptCorrelation(prompts([2, 2, 2, 2], [4, 4, 4, 4]))).toMatchObject({ rho: 0, low: 0 });
  });

  it("can't be seen without repeats, in two prompts, or where all answers are alike", () => {
    expect(intraPromptCorrelation(prompts([1, 0, 1], [1, 1, 1]))).toBeNull();
    expect(intraPromptCorrelation(prompts([3, 1], [7, 7]))).toBeNull();
    expect(intraPromptCorrelation(prompts([0, 0, 0], [7, 7, 7]))).toBeNull();
    expect(intraPromptCorrelation([])).toBeNull();
  });

  it.each([0.1, 0.385, 0.7])(
    "finds ρ = %d again in 400 beta-binomial prompts, and its interval holds it",
    (rho) => {
      const random = seededRandom(11);
      const total = 1 / rho - 1;
      const drawn = Array.from({ length: 400 }, (_, index) => {
        const rate = drawBeta(0.3 * total, 0.7 * total, random);
        const n = 3 + (index % 5);
        return { hits: Array.from({ length: n }, () => random() < rate).filter(Boolean).length, n };
      });
      const found = intraPromptCorrelation(drawn);
      expect(Math.abs((found?.rho ?? 0) - rho)).toBeLessThan(0.06);
      expect(found?.low).toBeLessThan(rho);
      expect(found?.high).toBeGreaterThan(rho);
    },
  );
});

describe("pooledIntraPromptCorrelation", () => {
  // R 4.2.2: a <- anova(aov(y ~ group + group:prompt)), rows 2 and 3 as MSB and MSW, three answers a prompt.
  it("is what R's nested analysis of variance gives", () => {
    const groups = [
      [3, 0, 1, 2],
      [0, 0, 1, 0],
      [3, 3, 2, 3],
    ].map((hits) => [prompts(hits, [3, 3, 3, 3])]);
    expect(pooledIntraPromptCorrelation(groups)?.rho).toBeCloseTo(0.28, 10);
  });

  it("doesn't take the difference between groups for likeness within prompts", () => {
    const random = seededRandom(3);
    const coin = (rate: number) => ({
      hits: [1, 2, 3].filter(() => random() < rate).length,
      n: 3,
    });
    const clusters = Array.from({ length: 200 }, (_, index) => [
      Array.from({ length: 4 }, () => coin(index % 2 ? 0.9 : 0.1)),
    ]);
    expect(pooledIntraPromptCorrelation(clusters)?.rho).toBeLessThan(0.06);
    expect(intraPromptCorrelation(clusters.flat(2))?.rho).toBeGreaterThan(0.5);
  });

  it("passes over groups whose answers are all alike", () => {
    const telling = [
      [prompts([3, 0, 1, 2], [3, 3, 3, 3])],
      [prompts([0, 2, 1], [3, 3, 3])],
      [prompts([3, 1], [3, 3])],
    ];
    const silent = [prompts([0, 0, 0], [3, 3, 3])];
    expect(pooledIntraPromptCorrelation([...telling, silent])?.rho).toBe(
      pooledIntraPromptCorrelation(telling)?.rho,
    );
    expect(pooledIntraPromptCorrelation([silent, silent, silent])).toBeNull();
  });
});
