import { describe, expect, it } from "vitest";
import { Shortfall, type Verdict } from "../contract";
import { describeVerdict } from "./describe-verdict";

const tested = {
  difference: 0.0824,
  low: 0.021,
  high: 0.1431,
  p: 0.01,
  adjustedP: 0.03,
  detectable: 0.0638,
  prompts: 50,
};

describe("describeVerdict", () => {
  it("says a change with its interval, in points", () => {
    expect(describeVerdict({ kind: "changed", ...tested })).toBe(
      "changed: +8.2 points (95 %: +2.1 to +14.3)",
    );
    const fall: Verdict = { kind: "changed", ...tested, difference: -0.07, low: -0.1301, high: -0.0002 };
    expect(describeVerdict(fall)).toBe("changed: −7.0 points (95 %: −13.0 to 0.0)");
  });

  it("says no change only with what would have been found", () => {
    const still: Verdict = { kind: "no_detectable_change", ...tested };
    expect(describeVerdict(still)).toBe(
      "no detectable change (a change of 6.4 points would have been found 4 times in 5)",
    );
    expect(describeVerdict({ ...still, detectable: 1.2 })).toBe(
      "no detectable change (no change at all would have been found 4 times in 5)",
    );
  });

  it("says what is missing, and what broke", () => {
    const words = Shortfall.options.map((why) => describeVerdict({ kind: "not_enough_data", why }));
    expect(new Set(words).size).toBe(Shortfall.options.length);
    expect(words[0]).toBe("not enough data: fewer than 10 prompts have answers in both windows");
    expect(describeVerdict({ kind: "series_break", parts: ["model", "extractor", "brand_set"] })).toBe(
      "series break: another model served, extractor and brand set",
    );
  });
});
