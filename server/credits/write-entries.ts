import { type SQL, sql } from "drizzle-orm";
import type { EntryKind } from "@/db/schema";
import { actorLabel, requireContext } from "@/server/kernel/context";

/** One line of the ledger to be. `amount` is signed credits, never zero. */
export interface NewEntry {
  readonly lotId: string;
  readonly amount: number;
  readonly kind: EntryKind;
  /** Unique for the org for good: the README of this folder says who claims which. */
  readonly idemKey: string;
}

/** Why the entries exist: what the customer's ledger page links to. */
export interface EntryReason {
  readonly refType: string;
  readonly refId: string;
  readonly reservationId: string | null;
}

/**
 * The one INSERT into the ledger, as a statement or as a part of a larger one; `when` names a CTE whose emptiness means
 * "insert nothing". Under the wallet lock only. A key that already stands is an error (23505), never a silent skip.
 */
export function insertEntries(entries: readonly NewEntry[], why: EntryReason, when?: SQL): SQL {
  const { orgId, actor } = requireContext();
  return sql`
    insert into credits.entry (org_id, lot_id, amount, kind, idem_key, reservation_id, ref_type, ref_id, actor)
    select ${orgId}::uuid, e."lotId", e.amount, e.kind, e."idemKey", ${why.reservationId}::uuid,
      ${why.refType}::text, ${why.refId}::text, ${actorLabel(actor)}::text
    from json_to_recordset(${JSON.stringify(entries)}::json)
      as e("lotId" uuid, amount bigint, kind text, "idemKey" text)${when ? sql`, ${when}` : sql``}`;
}
