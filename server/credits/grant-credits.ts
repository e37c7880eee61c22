import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { actorLabel, requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { newId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { isCreditAmount } from "./credit-amount";
import { lockWallet } from "./lock-wallet";

export interface NewGrant {
  /** Whole credits, above zero. */
  readonly amount: number;
  readonly source: "grant" | "topup" | "adjust";
  readonly kind: "grant" | "topup" | "adjust";
  /** `grant:{invoice}:{line}`, `grant:{org}:{period}`, `topup:{checkout_session}`, `adjust:{ticket}`. */
  readonly idemKey: string;
  /** When what is left of it expires; null for never. */
  readonly expiresAt: Date | null;
  readonly ref: { readonly type: string; readonly id: string };
}

/**
 * Opens a lot with one entry. The same key again changes nothing and returns the first lot, whatever else it says.
 * Refuses an amount that isn't a positive whole number (invalid_input).
 */
export async function grantCredits(
  tx: TenantTransaction,
  grant: NewGrant,
): Promise<Result<{ lotId: string; created: boolean }>> {
  if (!isCreditAmount(grant.amount)) {
    return err(new AppError("invalid_input", `A grant is a whole number of credits, not ${grant.amount}.`));
  }
  await lockWallet(tx);
  const { orgId, actor } = requireContext();
  const lotId = newId<string>();
  // The lot's first checkpoint comes with it, so that reading a new lot never starts at the beginning of the ledger.
  const { rows } = await tx.execute<{ lot_id: string }>(sql`
    with before as materialized (
      select lot_id from credits.entry where org_id = ${orgId} and idem_key = ${grant.idemKey}
    ), opened as (
      insert into credits.lot (org_id, id, source, expires_at)
      select ${orgId}::uuid, ${lotId}::uuid, ${grant.source}::text, ${grant.expiresAt?.toISOString() ?? null}::timestamptz
      where not exists (select from before) returning id
    ), entered as (
      insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
      select ${orgId}::uuid, opened.id, ${grant.amount}::bigint, ${grant.kind}::text, ${grant.idemKey}::text,
        ${grant.ref.type}::text, ${grant.ref.id}::text, ${actorLabel(actor)}::text
      from opened returning id, lot_id, amount
    ), cached as (
      insert into credits.checkpoint (org_id, upto_id, lot_id, balance)
      select ${orgId}::uuid, id, lot_id, amount from entered
    )
    select lot_id from before union all select lot_id from entered`);
  const found = rows[0]?.lot_id;
  if (found === undefined) throw new Error("the grant was neither made nor found");
  return ok({ lotId: found, created: found === lotId });
}
