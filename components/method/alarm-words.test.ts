import { describe, expect, it } from "vitest";
import type { FalseAlarmCounts } from "@/server/reports/contract";
import { controlWords, refusalWords, shareWords, verdictWords } from "./alarm-words";

const none = { count: 0, share: 0, interval: { low: 0, high: 0.026 } };
const sample: FalseAlarmCounts = {
  tested: 400,
  alike: 12,
  clusters: 120,
  evidence: "level",
  changed: { count: 3, share: 0.0075, interval: { low: 0.002, high: 0.021 } },
  significant: none,
  apart: none,
  refused: { few_answers: 2, series_break: 14 },
  controls: { answers: 1204, found: 3 },
};

describe("what is said of false alarms", () => {
  it("a share with its interval, of few fortnights counts and a bound, of none nothing", () => {
    expect(shareWords(sample.changed, sample)).toEqual({ value: "0.8 %", interval: "95 %: 0.2 to 2.1 %" });
    expect(shareWords(sample.changed, { ...sample, evidence: "early" }).value).toBe("early: 0.8 %");
    const few: FalseAlarmCounts = { ...sample, evidence: "counts", tested: 40 };
    expect(shareWords(few.changed, few)).toEqual({ value: "3 of 40", interval: "at most 2.1 %" });
    expect(shareWords({ count: 0, share: null, interval: null }, sample)).toEqual({
      value: "no data",
      interval: null,
    });
  });

  it("a share above what is allowed is said to be, and whether chance explains it", () => {
    expect(verdictWords(sample, 0.05)).toBe("The method allows up to 5 %.");
    const changed = { count: 30, share: 0.075, interval: { low: 0.04, high: 0.12 } };
    expect(verdictWords({ ...sample, changed }, 0.05)).toMatch(/^That is above .* can’t tell it from chance/);
    const surely = { ...changed, interval: { low: 0.06, high: 0.12 } };
    expect(verdictWords({ ...sample, changed: surely }, 0.05)).toMatch(/^That is more than/);
  });

  it("why comparisons weren't tested, the most frequent reason first", () => {
    expect(refusalWords(sample)).toEqual([
      "14 comparisons: the halves were made by different models or versions",
      "2 comparisons: a half has fewer than 50 answers",
    ]);
  });

  it("how many answers have a made-up brand", () => {
    expect(controlWords(sample.controls)).toBe("3 of 1,204 answers");
    expect(controlWords({ answers: 0, found: 0 })).toBe("not looked for yet");
  });
});
