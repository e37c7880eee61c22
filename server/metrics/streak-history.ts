import type { MetricWindow, WindowOutcome } from "./contract";
import { windowBounds, windowOf } from "./windows";

/**
 * What a cell's windows were for a brand, from the first hit to the last window with data: a letter a week, `h` for a hit,
 * `m` for a miss, `-` for no data. What was before the first hit is left out: no streak depends on it.
 */
export interface StreakHistory {
  /** First day of the first hit's window. */
  readonly since: string;
  readonly outcomes: string;
}

const LETTERS: Readonly<Record<WindowOutcome, string>> = { hit: "h", miss: "m", no_data: "-" };
const WEEK = 7 * 86_400_000;

/** The same history with another outcome in the week that begins at `start`; null where no hit is left. */
export function withOutcome(
  history: StreakHistory | null,
  start: string,
  outcome: WindowOutcome,
): StreakHistory | null {
  if (history === null) return outcome === "hit" ? { since: start, outcomes: "h" } : null;
  const at = weeksBetween(history.since, start);
  if (at < 0 && outcome !== "hit") return history;
  const first = at < 0 ? start : history.since;
  const known = "-".repeat(Math.max(0, -at)) + history.outcomes.padEnd(at + 1, "-");
  const place = Math.max(0, at);
  return trimmed(first, known.slice(0, place) + LETTERS[outcome] + known.slice(place + 1));
}

/** Its weeks in order, without a gap: what `streak` counts. */
export function outcomesOf({ outcomes }: StreakHistory): WindowOutcome[] {
  return [...outcomes].map((letter) => (letter === "h" ? "hit" : letter === "m" ? "miss" : "no_data"));
}

/** The week at a place of a history. */
export function windowAt({ since }: StreakHistory, place: number): MetricWindow {
  return windowOf(new Date(windowBounds({ start: since, days: 7 }).from.getTime() + place * WEEK));
}

function trimmed(since: string, outcomes: string): StreakHistory | null {
  const first = outcomes.indexOf("h");
  if (first === -1) return null;
  return {
    since: windowAt({ since, outcomes }, first).start,
    outcomes: outcomes.slice(first).replace(/-+$/, ""),
  };
}

function weeksBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / WEEK);
}
