import { describe, expect, it } from "vitest";
import { drawBeta } from "../simulation/beta-sampler";
import { type Random, seededRandom } from "./seeded-random";
import { shareInterval } from "./share-interval";

const PROMPTS = 30;
const REPEATS = 7;

/** What one domain has of each answer's citations: prompts differ, so their answers are alike. Its true share is `share`. */
function drawAnswers(share: number, random: Random): number[][] {
  return Array.from({ length: PROMPTS }, () => {
    const own = drawBeta(share * 1.6, (1 - share) * 1.6, random);
    return Array.from({ length: REPEATS }, () => {
      const pages = 1 + Math.floor(random() * 5);
      const cited = Array.from({ length: pages }, () => random() < own).filter(Boolean).length;
      return cited / pages;
    });
  });
}

function spreadOf(prompts: readonly (readonly number[])[]) {
  const sums = prompts.map((own) => own.reduce((sum, weight) => sum + weight, 0));
  const answers = prompts.flat().length;
  const share = sums.reduce((sum, own) => sum + own, 0) / answers;
  const squares = sums.reduce(
    (sum, own, index) => sum + (own - share * (prompts[index]?.length ?? 0)) ** 2,
    0,
  );
  const k = prompts.length;
  return { share, standardError: Math.sqrt((squares * k) / (k - 1)) / answers, answers, prompts: k };
}

function coverage(share: number, prompted: (prompts: number[][]) => number[][]): number {
  const random = seededRandom(11);
  const draws = 1_500;
  const held = Array.from({ length: draws }, () => {
    const ends = shareInterval(spreadOf(prompted(drawAnswers(share, random))));
    return ends !== null && ends.low <= share && share <= ends.high;
  });
  return held.filter(Boolean).length / draws;
}

describe("the interval of a share of citations", () => {
  it.each([0.1, 0.3])("holds the true share %d in 93 % of draws or more", (share) => {
    expect(coverage(share, (prompts) => prompts)).toBeGreaterThanOrEqual(0.93);
  });

  it("control: taking each answer for a prompt of its own holds it in fewer than 80 %", () => {
    expect(coverage(0.3, (prompts) => prompts.flat().map((weight) => [weight]))).toBeLessThan(0.8);
  });

  it("is open on one side where a domain is never or alone cited, and unknown for a single prompt", () => {
    const base = { standardError: 0, answers: 60, prompts: 12 };
    expect(shareInterval({ ...base, share: 0 })).toEqual({ low: 0, high: expect.closeTo(0.2209, 4) });
    expect(shareInterval({ ...base, share: 1 })).toEqual({ low: expect.closeTo(0.7791, 4), high: 1 });
    expect(shareInterval({ ...base, share: 0.5, prompts: 1 })).toBeNull();
    const even = shareInterval({ ...base, share: 0.5 });
    expect((even?.high ?? 0) - (even?.low ?? 0)).toBeGreaterThan(0.05);
  });
});
