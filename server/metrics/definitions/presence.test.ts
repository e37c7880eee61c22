import { describe, expect, it } from "vitest";
import { answer, cell, cells, sampleOf, silent } from "../testing/samples";
import { presence } from "./presence";

describe("presence", () => {
  it("is the mean over prompts of each prompt's rate, whatever the number of its answers", () => {
    const value = presence.compute(
      sampleOf([
        cell(
          "often",
          Array.from({ length: 6 }, () => answer(["own"])),
        ),
        cell("once", [answer([])]),
      ]),
      "own",
    );
    expect(value).toMatchObject({ value: 0.5, successes: 6, total: 7, n: 7, k: 2 });
  });

  it("counts refusals and empty answers as misses", () => {
    const value = presence.compute(
      sampleOf([cell("p", [answer(["own"]), silent("refused"), silent("empty")])]),
      "own",
    );
    expect(value).toMatchObject({ value: 1 / 3, n: 3 });
  });

  it("leaves out pages without an answer, truncated answers and provider errors", () => {
    const out = [silent("no_answer_shown"), silent("truncated"), silent("provider_error")];
    expect(presence.compute(sampleOf([cell("p", [answer(["own"]), ...out])]), "own")).toMatchObject({
      value: 1,
      n: 1,
    });
    expect(presence.compute(sampleOf([cell("p", out)]), "own")).toMatchObject({
      value: null,
      n: 0,
      flags: ["no_data"],
    });
  });

  it("never counts branded prompts", () => {
    const branded = cell("is own good?", [answer(["own"]), answer(["own"])], { intent: "branded" });
    expect(presence.compute(sampleOf([branded, cell("p", [answer([])])]), "own")).toMatchObject({
      value: 0,
      n: 1,
      k: 1,
    });
    expect(presence.compute(sampleOf([branded]), "own").value).toBeNull();
  });

  it("joins cells of the same prompt, so that K counts prompts", () => {
    const twice = [cell("p", [answer(["own"])]), cell("p", [answer([])])];
    expect(presence.compute(sampleOf(twice), "own")).toMatchObject({ k: 1, n: 2, value: 0.5 });
  });

  it("claims a level from 25 prompts, an early one from 10 prompts and 50 answers, else only counts", () => {
    const evidence = (prompts: number, answers: number) =>
      presence.compute(
        sampleOf(
          cells(
            prompts,
            Array.from({ length: answers }, () => answer(["own"])),
          ),
        ),
        "own",
      ).evidence;
    expect(evidence(25, 1)).toBe("level");
    expect(evidence(24, 7)).toBe("early");
    expect(evidence(10, 5)).toBe("early");
    expect(evidence(10, 4)).toBe("counts");
    expect(evidence(9, 28)).toBe("counts");
  });

  it("has a market interval and no panel interval when each prompt was asked once", () => {
    const once = [
      ...cells(20, [answer(["own"])]).map((c) => ({ ...c, promptId: `hit ${c.promptId}` })),
      ...cells(20, [answer([])]),
    ];
    const value = presence.compute(sampleOf(once), "own");
    expect(value.panel).toBeNull();
    expect(value.market).not.toBeNull();
    expect(value.flags).toEqual(["no_repeats"]);
  });
});
