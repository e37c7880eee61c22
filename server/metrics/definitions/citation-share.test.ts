import { describe, expect, it } from "vitest";
import { answer, cell, sampleOf, silent } from "../testing/samples";
import { citationShare } from "./citation-share";

const cites = (own: number, others: number) =>
  answer([], { cited: own + others, citedOf: own > 0 ? { own } : {} });

describe("citation share", () => {
  it("weighs an answer's citations 1 together, however many they are", () => {
    // p1: (1/2 + 0) / 2 of 2/2 citing; p2: 3/4 of 1/2 citing. (0.25 + 0.375) / (1 + 0.5).
    const week = [cell("p1", [cites(1, 1), cites(0, 20)]), cell("p2", [cites(3, 1), silent("refused")])];
    const value = citationShare.compute(sampleOf(week), "own");
    expect(value.value).toBeCloseTo(0.625 / 1.5, 12);
    expect(value).toMatchObject({ successes: 2, total: 3, n: 4, k: 2 });
    expect(value.seed).toBeTypeOf("number");
  });

  it("doesn't exist where nothing is cited", () => {
    expect(citationShare.compute(sampleOf([cell("p", [answer(["own"])])]), "own")).toMatchObject({
      value: null,
      n: 1,
      flags: ["no_citations"],
    });
  });

  it("is 1 when every citation is of the brand's own pages, and never counts branded prompts", () => {
    const own = cell("p", [cites(4, 0), cites(1, 0)]);
    const branded = cell("is own good?", [cites(0, 9)], { intent: "branded" });
    expect(citationShare.compute(sampleOf([own, branded]), "own").value).toBe(1);
  });
});
