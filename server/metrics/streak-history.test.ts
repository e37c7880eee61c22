import fc from "fast-check";
import { expect, test } from "vitest";
import { streak } from "./streak";
import { outcomesOf, type StreakHistory, windowAt, withOutcome } from "./streak-history";

const WEEKS = Array.from({ length: 30 }, (_, week) =>
  new Date(Date.parse("2026-01-05") + week * 7 * 86_400_000).toISOString().slice(0, 10),
);
const outcomes = fc.array(fc.constantFrom("hit" as const, "miss" as const, "no_data" as const), {
  minLength: 1,
  maxLength: WEEKS.length,
});

test("a history that is added to week by week has the streak of all its weeks", () => {
  fc.assert(
    fc.property(outcomes, (all) => {
      let history: StreakHistory | null = null;
      for (const [week, outcome] of all.entries()) history = withOutcome(history, WEEKS[week] ?? "", outcome);
      const { current, longest, brokenAt } = streak(all);
      const kept = streak(history ? outcomesOf(history) : []);
      expect([kept.current, kept.longest]).toEqual([current, longest]);
      const broken = history && kept.brokenAt !== null ? windowAt(history, kept.brokenAt).start : null;
      expect(broken).toBe(brokenAt === null ? null : WEEKS[brokenAt]);
    }),
  );
});

test("a week that is measured again takes the place of what it was, and a gap is no data", () => {
  const first = withOutcome(null, "2026-01-05", "hit");
  const gap = withOutcome(first, "2026-01-26", "hit");
  expect(gap).toEqual({ since: "2026-01-05", outcomes: "h--h" });
  expect(withOutcome(gap, "2026-01-12", "miss")).toEqual({ since: "2026-01-05", outcomes: "hm-h" });
  expect(withOutcome(gap, "2026-01-05", "miss")).toEqual({ since: "2026-01-26", outcomes: "h" });
  expect(withOutcome(first, "2026-01-05", "miss")).toBeNull();
  expect(withOutcome(first, "2025-12-29", "miss")).toBe(first);
});
