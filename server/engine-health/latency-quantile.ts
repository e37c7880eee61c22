import type { LatencyRange } from "./contract";
import { LATENCY_BOUNDS } from "./latency-bounds";

/**
 * Between which bounds the latency lies that `share` of the calls didn't exceed, by counts of calls under each bound of
 * LATENCY_BOUNDS and one above the last. Null without calls. Nothing is guessed inside the bounds.
 */
export function latencyQuantile(counts: readonly number[], share: number): LatencyRange | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = Math.max(1, Math.ceil(total * share));
  let seen = 0;
  const place = counts.findIndex((count) => {
    seen += count;
    return seen >= wanted;
  });
  return { from: LATENCY_BOUNDS[place - 1] ?? 0, to: LATENCY_BOUNDS[place] ?? null };
}
