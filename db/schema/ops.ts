import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { RunId, ScheduleId } from "../../server/kernel/id";
import { tenantPolicy } from "../policies";
import { createdAt, instant, orgId } from "./columns";

export const ops = pgSchema("ops");

/** Events on their way out, written in the transaction of what they announce. Ids only: swept across orgs, so no RLS. */
export const outbox = ops.table(
  "outbox",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    orgId: orgId(),
    name: text().notNull(),
    payload: jsonb().notNull().$type<Record<string, unknown>>(),
    idemKey: text().notNull(),
    createdAt: createdAt(),
    sentAt: instant(),
  },
  (t) => [unique("outbox_idem_key").on(t.orgId, t.idemKey), index("outbox_unsent_idx").on(t.sentAt, t.id)],
);

/** Runs that have not ended: the janitor's directory across orgs. Ids and a time only, so no RLS. */
export const openRun = ops.table(
  "open_run",
  {
    orgId: orgId(),
    runId: uuid().notNull().$type<RunId>(),
    checkAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.runId] }), index("open_run_check_idx").on(t.checkAt)],
);

/** When each active schedule runs next: the scheduler's directory across orgs. Ids and a time only, so no RLS. */
export const dueSchedule = ops.table(
  "due_schedule",
  {
    orgId: orgId(),
    scheduleId: uuid().notNull().$type<ScheduleId>(),
    dueAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.scheduleId] }), index("due_schedule_idx").on(t.dueAt)],
);

/** What was answered under which idempotency key, written in the transaction of the effect. Reaped after 30 days. */
export const idempotencyKey = ops.table(
  "idempotency_key",
  {
    orgId: orgId(),
    key: text().notNull(),
    action: text().notNull(),
    /** SHA-256 of action and input, hex: the same key with another one is refused. */
    fingerprint: text().notNull(),
    response: jsonb().notNull().$type<object>(),
    actor: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.key] }),
    index("idempotency_key_age_idx").on(t.orgId, t.createdAt),
    ...tenantPolicy(),
  ],
);

/**
 * What engines cost us, by UTC day: `engine:<id>` over all orgs, and `org:<id>`. Micros (millionths of a US dollar) that were
 * paid or are held for calls in flight. Our own counters, compared with the ceilings of server/ceiling, so no RLS.
 */
export const spend = ops.table(
  "spend",
  {
    scope: text().notNull(),
    day: date().notNull(),
    micros: bigint({ mode: "number" }).notNull(),
    /** When the first call of the day was refused; null while there was room. */
    refusedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.day] }), check("spend_not_negative", sql`micros >= 0`)],
);

/**
 * What asks of an engine cost us and brought in, over all orgs: added to once by each run, when it ends, under the UTC day
 * of each answer, the run's price version and whose money it was. Our own counters of ids and sums, so no RLS.
 */
export const engineCost = ops.table(
  "engine_cost",
  {
    day: date().notNull(),
    engineId: text().notNull(),
    priceVersion: integer().notNull(),
    /** `own_key`: an org's own account paid the vendor. `sandbox`: nobody did, the costs are made up. */
    payer: text().notNull().$type<"platform" | "own_key" | "sandbox">(),
    /** Answers that were stored, whatever their state but provider_error. */
    answers: integer().notNull(),
    /** Calls of which nobody knows what they cost: the engine doesn't say, or the reply was lost. */
    uncosted: integer().notNull(),
    /** Credits that were charged. */
    credits: bigint({ mode: "number" }).notNull(),
    /** Micros of all calls whose cost is known, by what the engine said it used. */
    costMicros: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.engineId, t.priceVersion, t.payer] })],
);

/**
 * What operators set of the flags in server/flags: for an org (its id) or for everybody ("all"), in which share of orgs one is
 * on. Read before and beside any org's context, so no RLS.
 */
export const flagRule = ops.table(
  "flag_rule",
  { flag: text().notNull(), scope: text().notNull(), percent: integer().notNull() },
  (t) => [primaryKey({ columns: [t.flag, t.scope] }), check("flag_rule_percent", sql`percent >= 0`)],
);

/** Who changed what, written in the transaction of the change. */
export const auditLog = ops.table(
  "audit_log",
  {
    orgId: orgId(),
    id: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    actor: text().notNull(),
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    /** What changed of a thing that was there, without secrets: the same fields twice. Null for what is new or gone. */
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    detail: jsonb().notNull().$type<Record<string, unknown>>(),
    requestId: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), ...tenantPolicy()],
);

/** A hash over a batch of an org's audit rows and over the seal before it: a chain, in which no edit goes unseen. */
export const auditSeal = ops.table(
  "audit_seal",
  {
    orgId: orgId(),
    /** From 1, without gaps. */
    seq: integer().notNull(),
    /** The lowest and the highest id of its rows; it stands for every row since the seal before. */
    fromId: bigint({ mode: "number" }).notNull(),
    uptoId: bigint({ mode: "number" }).notNull(),
    rows: integer().notNull(),
    /** SHA-256, hex: of the rows, of the seal before ("" for the first), of this seal's other columns. */
    rowsHash: text().notNull(),
    prevHash: text().notNull(),
    hash: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.seq] }), ...tenantPolicy()],
);
