import type { Span } from "@/server/extraction/extraction-types";

/** How many of the spans, sorted by start, start at `value` or before it. */
export function startedBy(sorted: readonly Span[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
