import { bigint, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { UserId } from "../../server/kernel/id";
import { createdAt, instant } from "./columns";
import { ops } from "./ops";

/**
 * How each engine stands, over all orgs and processes: the circuit breaker's state, its window, the one probe while it is
 * half open, and whether an operator switched the engine off. The platform's own row of ids and numbers, so no RLS.
 */
export const engineHealth = ops.table("engine_health", {
  engineId: text().primaryKey(),
  state: text().notNull().default("closed").$type<"closed" | "open" | "half_open">(),
  /** Calls that ended in the window, and how many of them failed by the engine's fault, or because it asked to slow down. */
  windowFrom: instant(),
  windowCalls: integer().notNull().default(0),
  windowFaults: integer().notNull().default(0),
  windowLimited: integer().notNull().default(0),
  /** Openings in a row, without a probe that was answered between them. */
  openings: integer().notNull().default(0),
  openUntil: instant(),
  /** Who may call while it is half open, and until when: whoever dies with it is succeeded. */
  probeToken: uuid(),
  probeUntil: instant(),
  /** Kind of the last fault (server/engines' EngineErrorKind). */
  lastFault: text(),
  lastFaultAt: instant(),
  /** Why an operator paused it, in words for customers; null: it is asked. */
  pausedReason: text(),
  pausedAt: instant(),
});

/** What calls of an engine came to, by the UTC minute in which they ended. Added to in batches, so no RLS and no ask's id. */
export const engineMinute = ops.table(
  "engine_minute",
  {
    engineId: text().notNull(),
    minute: instant().notNull(),
    answered: integer().notNull(),
    faults: integer().notNull(),
    limited: integer().notNull(),
    /** The engine is up and said no to this request. */
    refused: integer().notNull(),
    /** Answered calls by latency: one count for each bound of server/engine-health's LATENCY_BOUNDS, and one above the last. */
    latency: integer().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.minute, t.engineId] })],
);

/** What operators did to the platform itself, above all orgs: append-only, beside what they did to an org's jobs. */
export const operatorAction = ops.table("operator_action", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  userId: uuid().notNull().$type<UserId>(),
  action: text().notNull(),
  subjectId: text().notNull(),
  detail: jsonb().notNull().$type<Record<string, unknown>>(),
  requestId: text().notNull(),
  createdAt: createdAt(),
});
