import { valueAt } from "./expression";

/** Which events a wait or a cancellation is for: those whose value at `path` equals one of the run's own event. */
export interface EventMatch {
  readonly ownPath: readonly string[];
  readonly path: readonly string[];
}

const PATTERN = /^\s*event\.([\w.]+)\s*==\s*async\.([\w.]+)\s*$/;

/** Reads `event.a.b == async.c.d`, which is also what `match: "a.b"` turns into. Throws on any other expression. */
export function parseEventMatch(expression: string): EventMatch {
  const [, own, other] = PATTERN.exec(expression) ?? [];
  if (own === undefined || other === undefined)
    throw new Error(`only "event.x == async.y" is understood, not "${expression}"`);
  return { ownPath: own.split("."), path: other.split(".") };
}

/** The value the incoming event must have, as text: what Postgres's `#>>` gives for it. Null when there is none. */
export function wantedValue(match: EventMatch, ownEvent: unknown): string | null {
  const value = valueAt(ownEvent, match.ownPath);
  return value === undefined || value === null || typeof value === "object" ? null : String(value);
}
