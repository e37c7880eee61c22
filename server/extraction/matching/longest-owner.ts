import type { Hit } from "./find-hits";

/** Keeps the longest of overlapping hits, then the leftmost, then the brand listed first. Sorted by start. */
export function longestOwner(hits: readonly Hit[], textLength: number): Hit[] {
  const taken = new Uint8Array(textLength);
  const byLength = [...hits].sort(
    (left, right) =>
      right.end - right.start - (left.end - left.start) ||
      left.start - right.start ||
      left.brand - right.brand,
  );
  const kept: Hit[] = [];
  for (const hit of byLength) {
    // Those kept so far are at least as long, so an overlap covers one of the ends.
    if (taken[hit.start] === 1 || taken[hit.end - 1] === 1) continue;
    taken.fill(1, hit.start, hit.end);
    kept.push(hit);
  }
  return kept.sort((left, right) => left.start - right.start);
}
