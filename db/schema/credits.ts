import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { AskId, ReservationId, RunId } from "../../server/kernel/id";
import { tenantPolicy } from "../policies";
import { instant, orgId } from "./columns";
import { org } from "./tenancy";
import { ask, run } from "./tracking";

export const credits = pgSchema("credits");

const at = () => timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`);
const amountOf = () => bigint({ mode: "number" }).notNull();

/** Only a lock target: whoever writes an entry of the org holds this row. Never a balance. */
export const wallet = credits.table(
  "wallet",
  {
    orgId: orgId()
      .primaryKey()
      .references(() => org.orgId),
    lockSeq: bigint({ mode: "number" }).notNull().default(0),
  },
  () => tenantPolicy(),
);

/** What a grant or a top-up opened, with its expiry; its remainder is the sum of its entries. */
export const lot = credits.table(
  "lot",
  {
    orgId: orgId().references(() => wallet.orgId),
    id: uuid().notNull(),
    source: text().notNull().$type<"grant" | "topup" | "adjust">(),
    expiresAt: instant(),
    createdAt: at(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] }), ...tenantPolicy()],
);

/** Credits set aside for one run. Closed once, by the release that gives back what was not settled. */
export const reservation = credits.table(
  "reservation",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<ReservationId>(),
    runId: uuid().notNull().$type<RunId>(),
    amount: amountOf(),
    createdAt: at(),
    closedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.runId], foreignColumns: [run.orgId, run.id] }),
    unique("reservation_run_key").on(t.orgId, t.runId),
    check("reservation_amount_positive", sql`amount > 0`),
    ...tenantPolicy(),
  ],
);

export type EntryKind =
  | "grant"
  | "topup"
  | "reserve"
  | "release"
  | "expire"
  | "clawback"
  | "dispute_hold"
  | "dispute_release"
  | "adjust";

/** The ledger: append-only, in whole credits. The balance is the sum of it, and nothing else. */
export const entry = credits.table(
  "entry",
  {
    orgId: orgId(),
    id: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    lotId: uuid().notNull(),
    amount: amountOf(),
    kind: text().notNull().$type<EntryKind>(),
    idemKey: text().notNull(),
    reservationId: uuid().$type<ReservationId>(),
    refType: text().notNull(),
    refId: text().notNull(),
    actor: text().notNull(),
    createdAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("entry_idem_key").on(t.orgId, t.idemKey),
    foreignKey({ columns: [t.orgId, t.lotId], foreignColumns: [lot.orgId, lot.id] }),
    foreignKey({ columns: [t.orgId, t.reservationId], foreignColumns: [reservation.orgId, reservation.id] }),
    index("entry_reservation_idx").on(t.orgId, t.reservationId),
    check("entry_amount_not_zero", sql`amount <> 0`),
    ...tenantPolicy(),
  ],
);

/** One row per paid answer: what the ask cost out of its run's reservation. */
export const settlement = credits.table(
  "settlement",
  {
    orgId: orgId(),
    askId: uuid().notNull().$type<AskId>(),
    reservationId: uuid().notNull().$type<ReservationId>(),
    amount: amountOf(),
    createdAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.askId] }),
    foreignKey({ columns: [t.orgId, t.askId], foreignColumns: [ask.orgId, ask.id] }),
    foreignKey({ columns: [t.orgId, t.reservationId], foreignColumns: [reservation.orgId, reservation.id] }),
    index("settlement_reservation_idx").on(t.orgId, t.reservationId),
    check("settlement_amount_positive", sql`amount > 0`),
    ...tenantPolicy(),
  ],
);

/** A cache of each lot's sum up to an entry: deleting any of them changes no balance. */
export const checkpoint = credits.table(
  "checkpoint",
  {
    orgId: orgId(),
    uptoId: bigint({ mode: "number" }).notNull(),
    lotId: uuid().notNull(),
    balance: amountOf(),
    createdAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.uptoId, t.lotId] }),
    foreignKey({ columns: [t.orgId, t.lotId], foreignColumns: [lot.orgId, lot.id] }),
    ...tenantPolicy(),
  ],
);
