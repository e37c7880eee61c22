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
 * The INSERT of entries: $1 is `entriesParam`. Under the wallet lock only. A part of a larger statement may add a CTE to
 * its FROM, whose emptiness then means "insert nothing". A key that already stands is an error (23505), never a silent skip.
 */
export const INSERT_ENTRIES = `
  insert into credits.entry (org_id, lot_id, amount, kind, idem_key, reservation_id, ref_type, ref_id, actor)
  select e."orgId", e."lotId", e.amount, e.kind, e."idemKey", e."reservationId", e."refType", e."refId", e.actor
  from json_to_recordset($1::json) as e("orgId" uuid, "lotId" uuid, amount bigint, kind text, "idemKey" text,
    "reservationId" uuid, "refType" text, "refId" text, actor text)`;

/** The entries for INSERT_ENTRIES, under the org and the actor of the context. */
export function entriesParam(entries: readonly NewEntry[], why: EntryReason): string {
  const { orgId, actor } = requireContext();
  return JSON.stringify(entries.map((entry) => ({ ...entry, ...why, orgId, actor: actorLabel(actor) })));
}
