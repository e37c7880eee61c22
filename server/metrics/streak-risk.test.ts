import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellHit, panelHit } from "./streak";
import { spareInCell, spareInPanel, streakRisk } from "./streak-risk";
import { answer } from "./testing/samples";

const safe = { current: 3, outcome: "hit", isOpen: false, spare: 2 } as const;

describe("streakRisk", () => {
  it("is none for a streak whose last window was a hit by two answers or more", () => {
    expect(streakRisk(safe)).toBeNull();
    expect(streakRisk({ ...safe, spare: 1 })).toBeNull();
  });

  it("is that of a window which isn't decided: without data, or with days to come", () => {
    expect(streakRisk({ ...safe, outcome: "no_data" })).toBe("undecided");
    expect(streakRisk({ ...safe, isOpen: true })).toBe("undecided");
  });

  it("is a single answer where one hit less would have been a miss", () => {
    expect(streakRisk({ ...safe, spare: 0 })).toBe("one_answer");
  });

  it("is none where there is no streak to lose", () => {
    expect(streakRisk({ current: 0, outcome: "miss", isOpen: true, spare: 0 })).toBeNull();
  });
});

describe("what a hit could have lost", () => {
  const counts = fc
    .integer({ min: 1, max: 28 })
    .chain((n) => fc.record({ n: fc.constant(n), hits: fc.integer({ min: 0, max: n }) }));

  it("in a cell is as many hits as leave it one, and one more breaks it", () => {
    fc.assert(
      fc.property(counts, ({ n, hits }) => {
        const outcome = (named: number) =>
          cellHit(
            Array.from({ length: n }, (_, index) => answer(index < named ? ["own"] : [])),
            "own",
          );
        fc.pre(outcome(hits) === "hit");
        const spare = spareInCell(hits, n);
        expect(outcome(hits - spare)).toBe("hit");
        expect(hits - spare - 1 < 0 ? "miss" : outcome(hits - spare - 1)).toBe("miss");
      }),
    );
  });

  it("in a panel of equal repeats is as many hits as keep presence at its target", () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 1, noNaN: true }), ({ n, hits }, target) => {
        const outcome = (named: number) => panelHit({ value: named / n }, target);
        fc.pre(outcome(hits) === "hit");
        const spare = spareInPanel(hits / n, target, n);
        expect(outcome(hits - spare)).toBe("hit");
        expect(outcome(hits - spare - 1)).toBe("miss");
      }),
    );
  });
});
