import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, compareTallies, type PairedPrompt, testChange, type WindowTally } from "./change-test";
import type { DatedTrial } from "./day-variance";

/** One row a prompt, one 0 or 1 a day. */
const dated = (rows: number[][], from = 1): DatedTrial[][] =>
  rows.map((row) => row.map((hit, day) => ({ hit: hit === 1, day: `2026-01-${from + day}` })));

const pairs = (before: DatedTrial[][], after: DatedTrial[][]): PairedPrompt[] =>
  before.map((trials, index) => ({ before: trials, after: after[index] ?? [] }));

const counts = (hits: number[], n = 7) => hits.map((own) => ({ hits: own, n }));
const days = (...means: number[]) => means.map((mean) => ({ mean, n: 10 }));
const quietDays = days(0, 0, 0, 0, 0, 0, 0);

const tested = (before: WindowTally, after: WindowTally): Change => {
  const result = compareTallies(before, after);
  if (result.kind !== "tested") throw new Error(result.reason);
  return result;
};

describe("testChange", () => {
  // R 4.2.2: t.test(after, before, paired = TRUE), the hits over 7: df 9, t = 2.861994276017.
  it("is the paired t test where no day stands out", () => {
    const change = tested(
      { prompts: counts([3, 0, 7, 5, 1, 2, 6, 4, 0, 7]), dayMeans: quietDays },
      { prompts: counts([5, 1, 7, 6, 3, 2, 7, 5, 2, 6]), dayMeans: quietDays },
    );
    expect(change.df).toBe(9);
    expect(change.difference).toBeCloseTo(0.128571428571429, 12);
    expect(change.p).toBeCloseTo(0.0187194233499, 10);
    expect(change.low).toBeCloseTo(0.0269469143257859, 9);
    expect(change.high).toBeCloseTo(0.2301959428170713, 9);
  });

  // R 4.2.2: t.test(c(1, 1, 1, 0), c(1, 0, 1, 0), var.equal = TRUE), the daily panel means: df 6.
  it("is the t test of daily panel means where days differ more than prompts", () => {
    const eight = (row: number[]) => Array.from({ length: 8 }, () => row);
    const change = testChange(pairs(dated(eight([1, 0, 1, 0])), dated(eight([1, 1, 1, 0]), 11)));
    expect(change).toMatchObject({ kind: "tested", df: 6, difference: 0.25 });
    if (change.kind !== "tested") return;
    expect(change.p).toBeCloseTo(0.536963324386758, 9);
    expect(change.low).toBeCloseTo(-0.684429898063028, 8);
    expect(change.high).toBeCloseTo(1, 12);
  });

  it("has no more degrees of freedom than prompts or days allow", () => {
    const twelve = {
      prompts: counts(Array.from({ length: 12 }, (_, k) => k % 8)),
      dayMeans: days(0, 0.1, -0.1),
    };
    expect(tested(twelve, twelve).df).toBe(4);
    const five = { prompts: counts([1, 2, 3, 4, 5]), dayMeans: quietDays };
    expect(tested(five, five).df).toBe(4);
  });

  it("says nothing of one prompt, of prompts asked once, or of one day", () => {
    const row = [1, 0, 1];
    expect(testChange(pairs(dated([row]), dated([row], 8)))).toEqual({
      kind: "untestable",
      reason: "one_prompt",
    });
    expect(testChange(pairs(dated([[1], [0], [1]]), dated([[0], [0], [1]], 8)))).toEqual({
      kind: "untestable",
      reason: "no_repeats",
    });
    const atOnce = (hits: number[]) => hits.map((hit) => ({ hit: hit === 1, day: "2026-01-01" }));
    const once = [atOnce(row), atOnce(row), atOnce(row)];
    expect(testChange(pairs(once, dated([row, row, row], 8)))).toEqual({
      kind: "untestable",
      reason: "one_day",
    });
  });

  it("isn't certain of a change because every prompt went from never to always", () => {
    const none = { prompts: counts([0, 0, 0], 2), dayMeans: days(0, 0) };
    const all = { prompts: counts([2, 2, 2], 2), dayMeans: days(0, 0) };
    const change = tested(none, all);
    expect(change.difference).toBe(1);
    expect(change.standardError).toBeCloseTo(Math.sqrt(2 * (3 / 36)), 12);
    expect(change.p).toBeGreaterThan(0.05);
    expect(tested(none, none)).toMatchObject({ difference: 0, p: 1 });
  });

  it("tells the same with the windows exchanged, with the sign turned", () => {
    const hits = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(hits, hits, (a, b) => {
        const before = { prompts: counts(a), dayMeans: days(0.1, -0.1, 0) };
        const after = { prompts: counts(b), dayMeans: quietDays };
        const there = tested(before, after);
        const back = tested(after, before);
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(back.low).toBeCloseTo(-there.high, 12);
        expect(there.p < 0.05).toBe(there.low > 0 || there.high < 0);
      }),
      { numRuns: 200 },
    );
  });
});
