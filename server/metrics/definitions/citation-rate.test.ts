import { describe, expect, it } from "vitest";
import { answer, cell, sampleOf, silent } from "../testing/samples";
import { citationRate } from "./citation-rate";

describe("citation rate", () => {
  it("counts answers that cite an owned page, named or not", () => {
    const cited = answer([], { citedOwners: ["own", "own"] });
    const value = citationRate.compute(
      sampleOf([cell("p", [cited, answer(["own"]), answer(["own"]), silent("empty")])]),
      "own",
    );
    expect(value).toMatchObject({ value: 0.25, successes: 1, n: 4 });
  });

  it("never counts branded prompts", () => {
    const branded = cell("is own good?", [answer([], { citedOwners: ["own"] })], { intent: "branded" });
    expect(citationRate.compute(sampleOf([branded]), "own").value).toBeNull();
  });
});
