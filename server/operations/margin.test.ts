import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountedCosts, marginByDay, marginByEngine, marginOf } from "./margin";

const CREDIT = 20_000;
const row = (more: Partial<CountedCosts> = {}): CountedCosts => ({
  day: "2026-11-20",
  engineId: "chatgpt",
  priceVersion: 1,
  payer: "platform",
  answers: 10,
  uncosted: 0,
  credits: 20,
  costMicros: 150_000,
  estimateMicros: 50_000,
  ...more,
});

describe("the margin", () => {
  test("is what credits bring in less what answers say they cost", () => {
    expect(marginOf([row()], CREDIT)).toEqual({
      answers: 10,
      credits: 20,
      knownCostMicros: 150_000,
      uncosted: 0,
      costMicros: 150_000,
      expectedMicros: 500_000,
      costPerAnswerMicros: 15_000,
      revenueMicros: 400_000,
      marginMicros: 250_000,
      marginShare: 0.625,
    });
  });

  test("counts a call of unknown cost with the estimate of its own price version", () => {
    const rows = [row({ uncosted: 2 }), row({ priceVersion: 2, uncosted: 1, estimateMicros: 70_000 })];
    expect(marginOf(rows, CREDIT)).toMatchObject({
      knownCostMicros: 300_000,
      uncosted: 3,
      costMicros: 300_000 + 2 * 50_000 + 70_000,
      expectedMicros: 10 * 50_000 + 10 * 70_000,
    });
  });

  test("of answers that a customer's own account paid is all that they bring in", () => {
    expect(marginOf([row({ payer: "own_key", uncosted: 3 })], CREDIT)).toMatchObject({
      knownCostMicros: 150_000,
      costMicros: 0,
      marginMicros: 400_000,
      marginShare: 1,
    });
  });

  test("goes below zero, and is no share of nothing", () => {
    expect(marginOf([row({ credits: 5 })], CREDIT)).toMatchObject({
      marginMicros: -50_000,
      marginShare: -0.5,
    });
    expect(marginOf([row({ credits: 0 })], CREDIT)).toMatchObject({
      marginMicros: -150_000,
      marginShare: null,
    });
    expect(marginOf([], CREDIT)).toMatchObject({
      costPerAnswerMicros: null,
      marginShare: null,
      marginMicros: 0,
    });
  });

  test("expects nothing where a version from before doesn't say, and assumes nothing for its unknown calls", () => {
    expect(marginOf([row(), row({ estimateMicros: null, uncosted: 4 })], CREDIT)).toMatchObject({
      expectedMicros: null,
      costMicros: 300_000,
    });
  });

  test("by engine names its price versions, the most expensive engine first; by day the latest is first", () => {
    const rows = [
      row({ priceVersion: 2 }),
      row(),
      row({ engineId: "gone", costMicros: 900_000, day: "2026-11-21" }),
    ];
    expect(marginByEngine(rows, CREDIT, (id) => id.toUpperCase())).toMatchObject([
      { engineId: "gone", label: "GONE", priceVersions: [1] },
      { engineId: "chatgpt", priceVersions: [1, 2], answers: 20 },
    ]);
    expect(marginByDay(rows, CREDIT).map(({ day, answers }) => [day, answers])).toEqual([
      ["2026-11-21", 10],
      ["2026-11-20", 20],
    ]);
  });

  test("of the parts is the margin of the whole, however they are cut", () => {
    const rows = fc.array(
      fc.record({
        day: fc.constantFrom("2026-11-20", "2026-11-21"),
        engineId: fc.constantFrom("chatgpt", "grok"),
        priceVersion: fc.constantFrom(1, 2),
        payer: fc.constantFrom("platform" as const, "own_key" as const),
        answers: fc.nat(1e6),
        uncosted: fc.nat(1e4),
        credits: fc.nat(1e7),
        costMicros: fc.nat(1e9),
        estimateMicros: fc.nat(2e5),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, (all) => {
        const whole = marginOf(all, CREDIT);
        for (const parts of [marginByEngine(all, CREDIT, String), marginByDay(all, CREDIT)])
          for (const key of ["answers", "costMicros", "revenueMicros", "marginMicros"] as const)
            expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key]);
      }),
    );
  });
});
