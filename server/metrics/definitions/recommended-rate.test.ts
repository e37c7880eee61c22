import { describe, expect, it } from "vitest";
import { wilson } from "../statistics/wilson";
import { answer, cell, cells, sampleOf, silent } from "../testing/samples";
import { recommendedRate } from "./recommended-rate";

const named = { stances: { own: "listed" } } as const;
const recommended = { stances: { own: "recommended" } } as const;

describe("recommended rate", () => {
  it("is counted out of the answers that name the brand, not out of all", () => {
    const value = recommendedRate.compute(
      sampleOf([
        cell("p", [answer(["own"], recommended), answer(["own"], named), answer([]), silent("empty")]),
      ]),
      "own",
    );
    expect(value).toMatchObject({ value: 0.5, successes: 1, total: 2, n: 2, k: 1 });
  });

  it("a rival's recommendation is none of the brand's", () => {
    const both = answer(["own", "rival"], { stances: { own: "neutral", rival: "recommended" } });
    const sample = sampleOf([cell("p", [both])]);
    expect(recommendedRate.compute(sample, "own").value).toBe(0);
    expect(recommendedRate.compute(sample, "rival").value).toBe(1);
  });

  it("mentions from before there were stances are no data, not misses", () => {
    const old = answer(["own"]);
    expect(recommendedRate.compute(sampleOf([cell("p", [old])]), "own")).toMatchObject({
      value: null,
      flags: ["no_data"],
    });
    const sample = sampleOf([cell("p", [old, answer(["own"], recommended)])]);
    expect(recommendedRate.compute(sample, "own")).toMatchObject({ value: 1, n: 1 });
  });

  it("never counts branded prompts, nor answers that aren't real ones", () => {
    const branded = cell("is own good?", [answer(["own"], recommended)], { intent: "branded" });
    const cut = cell("p", [answer(["own"], { ...recommended, state: "truncated" })]);
    expect(recommendedRate.compute(sampleOf([branded, cut]), "own").value).toBeNull();
  });

  it("has both intervals of the other rates: with every prompt alike, Wilson on the answers", () => {
    const answers = [answer(["own"], recommended), answer(["own"], named)];
    const value = recommendedRate.compute(sampleOf(cells(30, answers)), "own");
    expect(value.value).toBe(0.5);
    const { low, high } = wilson(0.5, 60, 1.959964);
    expect(value.panel?.low).toBeCloseTo(low, 2);
    expect(value.panel?.high).toBeCloseTo(high, 2);
    expect(value.market).not.toBeNull();
  });
});
