import { describe, expect, it } from "vitest";
import { answer, cell, sampleOf } from "../testing/samples";
import { prominence } from "./prominence";

const about = (own: number) => answer(["own"], { prominences: { own } });

describe("prominence", () => {
  it("is the mean over prompts of the answers that name the brand; one that doesn't is no zero", () => {
    const week = [cell("p1", [about(0.2), about(0.6), answer([])]), cell("p2", [about(0.8)])];
    expect(prominence.compute(sampleOf(week), "own")).toMatchObject({
      value: expect.closeTo(0.6, 12),
      successes: 2,
      total: 3,
      n: 3,
      k: 2,
    });
  });

  it("has nothing to say of a brand that nobody names, nor of mentions from before it was counted", () => {
    const week = [cell("p", [answer([]), answer(["own"])])];
    expect(prominence.compute(sampleOf(week), "own")).toMatchObject({ value: null, flags: ["no_data"] });
  });
});
