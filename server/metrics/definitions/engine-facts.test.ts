import { describe, expect, it } from "vitest";
import { answer, cell, sampleOf, silent } from "../testing/samples";
import { searchTriggerRate } from "./search-trigger-rate";
import { supportRate } from "./support-rate";

describe("search trigger rate", () => {
  it("counts answers that say whether the engine searched, branded prompts too", () => {
    const week = [
      cell("p", [answer([], { searched: true }), answer([], { searched: false }), answer([])]),
      cell("is own good?", [answer([], { searched: true }), silent("no_answer_shown")], {
        intent: "branded",
      }),
    ];
    expect(searchTriggerRate.compute(sampleOf(week))).toMatchObject({
      value: 0.75,
      successes: 2,
      total: 3,
      k: 2,
    });
  });
});

describe("support rate", () => {
  it("is the part of checked citations that support their sentence", () => {
    const week = [
      cell("p1", [answer([], { checked: 3, supported: 2 }), answer([])]),
      cell("p2", [answer([], { checked: 1, supported: 0 })]),
    ];
    expect(supportRate.compute(sampleOf(week))).toMatchObject({
      value: 0.4,
      successes: 2,
      total: 4,
      n: 3,
      k: 2,
    });
  });

  it("doesn't exist where no page was looked at", () => {
    expect(supportRate.compute(sampleOf([cell("p", [answer([])])]))).toMatchObject({
      value: null,
      flags: ["no_checks"],
    });
  });
});
