import fc from "fast-check";
import { expect, test } from "vitest";
import { LATENCY_BOUNDS, latencyPlace } from "./latency-bounds";
import { latencyQuantile } from "./latency-quantile";

const countsOf = (latencies: readonly number[]): number[] => {
  const counts = [...LATENCY_BOUNDS.map(() => 0), 0];
  for (const latency of latencies) counts[latencyPlace(latency)] = (counts[latencyPlace(latency)] ?? 0) + 1;
  return counts;
};

test("half of the calls and 95 of 100 took no longer than the range says", () => {
  const counts = countsOf([900, 900, 1_500, 1_500, 1_500, 1_500, 1_500, 1_500, 1_500, 40_000]);
  expect(latencyQuantile(counts, 0.5)).toEqual({ from: 1_000, to: 2_000 });
  expect(latencyQuantile(counts, 0.95)).toEqual({ from: 30_000, to: 45_000 });
  expect(latencyQuantile(countsOf([90]), 0.95)).toEqual({ from: 0, to: 100 });
});

test("no calls have no latency, and one above the last bound has no upper one", () => {
  expect(latencyQuantile(countsOf([]), 0.5)).toBeNull();
  expect(latencyQuantile(countsOf([500_000]), 0.5)).toEqual({ from: 120_000, to: null });
});

test("whatever the latencies, the true quantile lies within the range", () => {
  const latencies = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(latencies, fc.constantFrom(0.5, 0.9, 0.95), (all, share) => {
      const sorted = all.toSorted((a, b) => a - b);
      const exact = sorted[Math.max(1, Math.ceil(all.length * share)) - 1] ?? 0;
      const range = latencyQuantile(countsOf(all), share);
      expect(exact).toBeGreaterThan((range?.from ?? Number.NaN) - 1);
      expect(exact).toBeLessThanOrEqual(range?.to ?? Number.POSITIVE_INFINITY);
    }),
  );
});
