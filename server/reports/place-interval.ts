import type { Interval } from "@/server/metrics";

/** Names of those whose interval the own one overlaps, lies above, and lies below. */
export interface Placing {
  readonly overlap: readonly string[];
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** Where an interval lies against another; intervals that touch overlap. */
export function sideOf(own: Interval, other: Interval): keyof Placing {
  if (own.low > other.high) return "above";
  return own.high < other.low ? "below" : "overlap";
}

/** Where an interval lies among others; null when there is nothing to compare. */
export function placeInterval(
  own: Interval | null,
  others: readonly { readonly name: string; readonly interval: Interval | null }[],
): Placing | null {
  const placed = { overlap: [] as string[], above: [] as string[], below: [] as string[] };
  for (const { name, interval } of others) {
    if (own && interval) placed[sideOf(own, interval)].push(name);
  }
  return Object.values(placed).some((names) => names.length > 0) ? placed : null;
}

/** "overlap those of A and B and lie above that of C"; of every one of `of` rivals: "overlap those of all 5 rivals". */
export function placingWords(placing: Placing, of: number, subject: "singular" | "plural"): string {
  const verbs = subject === "singular" ? (["overlaps", "lies"] as const) : (["overlap", "lie"] as const);
  const phrase = (verb: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${verb} ${whose(names, of)}`];
  return namesOf([
    ...phrase(verbs[0], placing.overlap),
    ...phrase(`${verbs[1]} above`, placing.above),
    ...phrase(`${verbs[1]} below`, placing.below),
  ]);
}

/** More than this many names are said as a number. */
const NAMED = 3;

function whose(names: readonly string[], of: number): string {
  if (names.length === 1) return `that of ${names[0]}`;
  if (names.length === of) return of === 2 ? `those of both rivals` : `those of all ${of} rivals`;
  return `those of ${names.length > NAMED ? `${names.length} rivals` : namesOf(names)}`;
}

/** "A", "A and B", "A, B and C". */
export function namesOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
