import { doublePrecision, jsonb, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { ops } from "./ops";

/** What one process holds of a pool: so many calls at a time, until then (ms of the database's clock). */
export interface PoolHolding {
  readonly share: number;
  /** Calls that it has under way or waiting. */
  readonly wanted: number;
  readonly until: number;
}

/**
 * What the calls of an engine under one key share over all processes: how many may be in flight, and how many may begin.
 * Whoever changes it holds the row's lock. The platform's own row of ids and numbers, so no RLS.
 */
export const callPool = ops.table(
  "call_pool",
  {
    engineId: text().notNull(),
    /** `platform`, or the id of the org whose own key it is. */
    keyOf: text().notNull(),
    /** By process. */
    holdings: jsonb().notNull().$type<Readonly<Record<string, PoolHolding>>>(),
    /** Calls that may begin, as of then; they fill up again with time. */
    permits: doublePrecision().notNull(),
    filledAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.engineId, t.keyOf] })],
);
