import { describe, expect, it } from "vitest";
import { answer, cell, cells, sampleOf, silent } from "../testing/samples";
import { shareOfVoice } from "./share-of-voice";

describe("share of voice", () => {
  const week = [
    cell("p1", [answer(["own", "rival"]), answer(["rival"])]),
    cell("p2", [answer(["own", "own", "stranger"]), answer([]), silent("refused"), answer(["rival"])]),
  ];

  it("is the brand's part of the prompts' mean mentions of the declared set", () => {
    // own: 1/2 + 1/4; rival: 1 + 1/4; so 0.75 / 2.
    const value = shareOfVoice.compute(sampleOf(week), "own");
    expect(value.value).toBeCloseTo(0.375, 12);
    expect(value).toMatchObject({ successes: 2, total: 5, n: 6, k: 2 });
  });

  it("adds up to 1 over the declared set, which a brand outside of it doesn't change", () => {
    const sample = sampleOf(week, ["own", "rival", "silent"]);
    const shares = sample.brands.map((brand) => shareOfVoice.compute(sample, brand).value ?? Number.NaN);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("doesn't exist without rivals, nor when nobody is named", () => {
    expect(shareOfVoice.compute(sampleOf(week, ["own"]), "own")).toMatchObject({
      value: null,
      flags: ["no_rivals"],
    });
    const nobody = shareOfVoice.compute(sampleOf(cells(3, [answer([])])), "own");
    expect(nobody).toMatchObject({ value: null, n: 3, k: 3, flags: ["no_mentions"] });
  });

  it("never counts branded prompts", () => {
    const branded = cell("is own good?", [answer(["own"])], { intent: "branded" });
    expect(shareOfVoice.compute(sampleOf([...week, branded]), "own")).toEqual(
      shareOfVoice.compute(sampleOf(week), "own"),
    );
  });

  it("stores its seed, and the same week gives the same interval", () => {
    const sample = sampleOf([...cells(12, [answer(["own"]), answer(["rival"])]), ...week]);
    const value = shareOfVoice.compute(sample, "own");
    expect(value.seed).toBeTypeOf("number");
    expect(shareOfVoice.compute(sample, "own")).toEqual(value);
    expect(shareOfVoice.compute(sample, "rival").seed).not.toBe(value.seed);
  });
});
