import fc from "fast-check";
import { expect, test } from "vitest";
import { retryWait } from "./retry-wait";

const earliest = () => 0;
const latest = () => 1;

test("an engine that says when is asked not a moment earlier, and a tenth of the wait later at most", () => {
  expect(retryWait({ spentMs: 0, askedMs: 45_000 }, earliest)).toBe(45_000);
  expect(retryWait({ spentMs: 0, askedMs: 45_000 }, latest)).toBe(49_500);
  expect(retryWait({ spentMs: 90_000, askedMs: 0 }, latest)).toBe(0);
});

test("five minutes is the longest that an engine can ask for", () => {
  expect(retryWait({ spentMs: 0, askedMs: 86_400_000 }, earliest)).toBe(300_000);
});

test("where nobody says when, waits double from a second to a minute", () => {
  const waits: number[] = [];
  let spentMs = 0;
  while (waits.length < 9) {
    waits.push(retryWait({ spentMs, askedMs: undefined }, latest) / 1_000);
    spentMs += (waits.at(-1) ?? 0) * 1_000;
  }
  expect(waits).toEqual([1, 1, 2, 4, 8, 16, 32, 60, 60]);
});

test("a hundred asks that failed together come back over half of their wait", () => {
  const waits = Array.from({ length: 100 }, (_, index) =>
    retryWait({ spentMs: 20_000, askedMs: undefined }, () => index / 100),
  );
  expect(new Set(waits).size).toBe(100);
  expect([Math.min(...waits), Math.max(...waits)]).toEqual([10_000, 19_900]);
});

test("whatever an engine says, a wait is neither negative nor longer than five and a half minutes", () => {
  const asked = fc.option(fc.integer({ min: -1e9, max: 1e12 }), { nil: undefined });
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.nat(1e9), asked, random, (spentMs, askedMs, drawn) => {
      const wait = retryWait({ spentMs, askedMs }, () => drawn);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(330_000);
    }),
  );
});
