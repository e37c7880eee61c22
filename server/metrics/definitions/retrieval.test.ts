import { describe, expect, it } from "vitest";
import { answer, cell, sampleOf, silent } from "../testing/samples";
import type { AnswerOutcome } from "../window-sample";
import { citationRate } from "./citation-rate";
import { conversion } from "./conversion";
import { retrievalRate } from "./retrieval-rate";

const cited = {
  cited: 2,
  citedOf: { own: 1 },
  retrievedOwners: ["own", "rival"],
} satisfies Partial<AnswerOutcome>;
const readAndLeft = { retrievedOwners: ["own"] } satisfies Partial<AnswerOutcome>;
const elsewhere = { retrievedOwners: [] } satisfies Partial<AnswerOutcome>;
const week = sampleOf([
  cell("p1", [answer([], cited), answer([], readAndLeft), answer([], elsewhere), silent("no_answer_shown")]),
  cell("p2", [answer([], elsewhere), answer([], { ...elsewhere, state: "refused" })]),
]);

describe("retrieval rate", () => {
  it("counts answers for which a page of the brand's was looked at, cited or not", () => {
    expect(retrievalRate.compute(week, "own")).toMatchObject({ successes: 2, total: 5, k: 2, value: 1 / 3 });
    expect(retrievalRate.compute(week, "rival")).toMatchObject({ successes: 1, total: 5 });
  });

  it("is no data, not zero, of an engine that doesn't show what it looks at", () => {
    const dark = sampleOf([cell("p", [answer(["own"], { cited: 1, citedOf: { own: 1 } })])]);
    expect(retrievalRate.compute(dark, "own")).toMatchObject({ value: null, flags: ["no_data"] });
    expect(citationRate.compute(dark, "own").value).toBe(1);
  });
});

describe("citation conversion", () => {
  it("is counted out of the answers for which a page of the brand's was looked at", () => {
    expect(conversion.compute(week, "own")).toMatchObject({ value: 0.5, successes: 1, total: 2, k: 1 });
    expect(conversion.compute(week, "rival")).toMatchObject({ value: 0, successes: 0, total: 1 });
    expect(conversion.compute(week, "other").value).toBeNull();
  });

  it("never counts branded prompts", () => {
    const branded = cell("is own good?", [answer([], cited)], { intent: "branded" });
    expect(conversion.compute(sampleOf([branded]), "own").value).toBeNull();
    expect(retrievalRate.compute(sampleOf([branded]), "own").value).toBeNull();
  });
});
