import type { Hit } from "./find-hits";

function byLength(left: Hit, right: Hit): number {
  return (
    right.end - right.start - (left.end - left.start) || left.start - right.start || left.brand - right.brand
  );
}

/** The longest of hits that overlap in a chain, then the leftmost, then the brand listed first. */
function ownersOf(chain: readonly Hit[], from: number, to: number): Hit[] {
  const taken = new Uint8Array(to - from);
  const kept: Hit[] = [];
  for (const hit of [...chain].sort(byLength)) {
    // Those kept so far are at least as long, so an overlap covers one of the ends.
    if (taken[hit.start - from] === 1 || taken[hit.end - 1 - from] === 1) continue;
    taken.fill(1, hit.start - from, hit.end - from);
    kept.push(hit);
  }
  return kept.sort((left, right) => left.start - right.start);
}

/** Lets each stretch of text name one brand: of hits that overlap, the longest. `hits` come in order of start. */
export function longestOwner(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (let at = 0; at < hits.length; ) {
    const first = hits[at];
    if (first === undefined) break;
    let end = first.end;
    let next = at + 1;
    for (; next < hits.length; next += 1) {
      const hit = hits[next];
      if (hit === undefined || hit.start >= end) break;
      end = Math.max(end, hit.end);
    }
    if (next === at + 1) kept.push(first);
    else kept.push(...ownersOf(hits.slice(at, next), first.start, end));
    at = next;
  }
  return kept;
}
