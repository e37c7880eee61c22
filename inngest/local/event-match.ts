import { canonicalJson } from "./canonical-json";
import { type Expression, parseExpression, valueAt } from "./expression";

/**
 * Which events a wait or a cancellation is for. `condition` decides; where it asks for a value of the coming event to
 * equal one of the run's own, `index` finds the few waits that an event could be for among thousands.
 */
export interface EventMatch {
  readonly source: string;
  readonly condition: Expression;
  readonly index: { readonly ownPath: readonly string[]; readonly path: readonly string[] } | null;
}

const EQUALITY =
  /^\s*(?:event\.(?<own>[\w.]+)\s*==\s*async\.(?<coming>[\w.]+)|async\.(?<coming2>[\w.]+)\s*==\s*event\.(?<own2>[\w.]+))\s*$/;

/** Reads a condition on `event` (the run's own) and `async` (the coming one). Throws when it is beyond us. */
export function parseEventMatch(source: string): EventMatch {
  return { source, condition: parseExpression(source), index: indexOf(source) };
}

/** Only of a plain row of conditions that must all hold: each of them must then hold by itself. */
function indexOf(source: string): EventMatch["index"] {
  if (/["'()?]|\|\|/.test(source.replaceAll(/(['"])\w*\1/g, "0"))) return null;
  for (const part of source.split("&&")) {
    const groups = EQUALITY.exec(part)?.groups;
    const own = groups?.own ?? groups?.own2;
    const coming = groups?.coming ?? groups?.coming2;
    if (own !== undefined && coming !== undefined)
      return { ownPath: own.split("."), path: coming.split(".") };
  }
  return null;
}

/** A wait or a cancellation as it is stored. */
export interface Interest {
  readonly condition: string | null;
  readonly path: readonly string[] | null;
  /** The value at `path` that the event must have, as text: what Postgres's `#>>` gives for it. */
  readonly wanted: string | null;
}

/** What a run whose event is `ownEvent` would wait for; null when no event can ever match. No match: any event. */
export function interestOf(match: EventMatch | null, ownEvent: unknown): Interest | null {
  if (!match) return { condition: null, path: null, wanted: null };
  const anyValue = { condition: match.source, path: null, wanted: null };
  if (!match.index) return anyValue;
  const value = valueAt(ownEvent, match.index.ownPath);
  if (value === undefined || value === null || typeof value === "object") return null;
  // Other numbers are written differently there.
  if (typeof value === "number" && !Number.isSafeInteger(value)) return anyValue;
  return { condition: match.source, path: match.index.path, wanted: plainText(String(value)) };
}

/** `body`, canonical JSON of `event`, as Postgres's jsonb can hold it: without NUL characters and lone surrogates. */
export function plainJson(event: unknown, body: string): string {
  return /\\u(?:0000|d[89a-f])/.test(body) ? canonicalJson(plainValue(event)) : body;
}

function plainValue(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [plainText(key), plainValue(member)]),
  );
}

function plainText(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}
