import fc from "fast-check";
import { expect, test } from "vitest";
import { availableCredits, planRelease, planSpending } from "./plan-spending";
import type { LotBalance } from "./read-lots";

function lot(lotId: string, remainder: number, expired = false): LotBalance {
  return { lotId, remainder, expired, source: "grant", expiresAt: null, uptoId: 1, tail: 0 };
}

test("lots pay in the order given, each as far as it goes", () => {
  expect(planSpending([lot("a", 5), lot("b", 5), lot("c", 5)], 7)).toEqual([
    { lotId: "a", amount: 5 },
    { lotId: "b", amount: 2 },
  ]);
});

test("an expired lot pays nothing, though it still holds credits", () => {
  expect(availableCredits([lot("a", 5, true), lot("b", 5)])).toBe(5);
  expect(planSpending([lot("a", 5, true), lot("b", 5)], 6)).toBeUndefined();
  expect(planSpending([lot("a", 5, true), lot("b", 5)], 5)).toEqual([{ lotId: "b", amount: 5 }]);
});

test("what one lot owes can't be reserved out of another", () => {
  expect(availableCredits([lot("a", -8), lot("b", 10)])).toBe(2);
  expect(planSpending([lot("a", -8, true), lot("b", 10)], 3)).toBeUndefined();
  expect(planSpending([lot("a", -8), lot("b", 10)], 2)).toEqual([{ lotId: "b", amount: 2 }]);
});

test("a release goes back to the lot that was touched last, first", () => {
  const reserved = [
    { lotId: "late", amount: 4 },
    { lotId: "early", amount: 6 },
  ];
  expect(planRelease(reserved, 5)).toEqual([
    { lotId: "late", amount: 4 },
    { lotId: "early", amount: 1 },
  ]);
  expect(planRelease(reserved, 0)).toEqual([]);
});

test("a plan takes exactly the amount, nothing twice, and no more than a lot holds", () => {
  const lots = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.boolean()), { maxLength: 8 });
  fc.assert(
    fc.property(lots, fc.integer({ min: 1, max: 200 }), (shape, amount) => {
      const held = shape.map(([remainder, expired], index) => lot(String(index), remainder, expired));
      const plan = planSpending(held, amount);
      const available = held.reduce((sum, one) => sum + (one.expired ? 0 : one.remainder), 0);
      expect(plan === undefined).toBe(available < amount);
      if (!plan) return;
      expect(plan.reduce((sum, share) => sum + share.amount, 0)).toBe(amount);
      expect(new Set(plan.map((share) => share.lotId)).size).toBe(plan.length);
      for (const share of plan) {
        const from = held[Number(share.lotId)];
        expect(share.amount).toBeGreaterThan(0);
        expect(share.amount).toBeLessThanOrEqual(from?.expired ? 0 : (from?.remainder ?? 0));
      }
    }),
  );
});
