import { describe, expect, it } from "vitest";
import { answer, cell, sampleOf, silent } from "../testing/samples";
import { coverage } from "./coverage";

describe("coverage", () => {
  it("is the part of observed pages that show an answer; missing data isn't observed", () => {
    const outcomes = [answer([]), silent("refused"), silent("no_answer_shown"), silent("empty")];
    const missing = [silent("truncated"), silent("provider_error")];
    expect(coverage.compute(sampleOf([cell("p", [...outcomes, ...missing])]))).toMatchObject({
      value: 0.75,
      successes: 3,
      n: 4,
    });
  });

  it("counts branded prompts too: it is of the engine, not of the brand", () => {
    expect(coverage.compute(sampleOf([cell("p", [answer([])], { intent: "branded" })])).k).toBe(1);
  });
});
