/** Upper bounds of the counts of answered calls by latency, in milliseconds; one more count stands above the last. */
export const LATENCY_BOUNDS: readonly number[] = [
  100, 250, 500, 1_000, 2_000, 3_000, 5_000, 8_000, 12_000, 20_000, 30_000, 45_000, 60_000, 90_000, 120_000,
];

/** Which count a latency adds to. */
export function latencyPlace(latencyMs: number): number {
  const place = LATENCY_BOUNDS.findIndex((bound) => latencyMs <= bound);
  return place === -1 ? LATENCY_BOUNDS.length : place;
}
