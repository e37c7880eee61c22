import { describe, expect, it } from "vitest";
import { answer, cell, sampleOf, silent } from "../testing/samples";
import { citationRate } from "./citation-rate";

describe("citation rate", () => {
  it("counts answers that cite an owned page, named or not", () => {
    const cited = answer([], { cited: 2, citedOf: { own: 2 } });
    const value = citationRate.compute(
      sampleOf([cell("p", [cited, answer(["own"]), answer(["own"]), silent("empty")])]),
      "own",
    );
    expect(value).toMatchObject({ value: 0.25, successes: 1, n: 4 });
  });

  it("never counts branded prompts", () => {
    const branded = cell("is own good?", [answer([], { cited: 1, citedOf: { own: 1 } })], {
      intent: "branded",
    });
    expect(citationRate.compute(sampleOf([branded]), "own").value).toBeNull();
  });
});
