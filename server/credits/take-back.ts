import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { creditsFromRow, isCreditAmount } from "./credit-amount";
import { findEntry } from "./find-entry";
import { lockWallet } from "./lock-wallet";
import { entriesParam, INSERT_ENTRIES } from "./write-entries";

export interface TakenBack {
  readonly kind: "clawback" | "dispute_hold";
  readonly idemKey: string;
  /** The key that the payment's lot was opened with: `topup:{checkout_session}`, `grant:{invoice}:{line}`. */
  readonly grantKey: string;
  /** Whole credits, above zero. */
  readonly credits: number;
  readonly ref: { readonly type: string; readonly id: string };
}

const insertEntries = statement("credits_take_back", INSERT_ENTRIES);

/**
 * One entry that takes credits out of the lot that a payment opened, whatever is left in it: what was spent already stands
 * as that lot's debt, which counts against what other lots hold. The same key again changes nothing and returns what the
 * first one took. Of each kind, no lot gives back more than it was opened with.
 */
export async function takeBack(
  tx: TenantTransaction,
  { kind, idemKey, grantKey, credits, ref }: TakenBack,
): Promise<Result<{ taken: number }>> {
  if (!isCreditAmount(credits)) {
    return err(
      new AppError("invalid_input", `What is taken back is a whole number of credits, not ${credits}.`),
    );
  }
  await lockWallet(tx);
  const before = await findEntry(tx, idemKey);
  if (before) return ok({ taken: -before.amount });
  const granted = await findEntry(tx, grantKey);
  if (!granted) return err(new AppError("not_found", `Nothing was granted under ${grantKey}.`));
  const already = await takenOf(tx, granted.lotId, kind);
  if (already + credits > granted.amount) {
    return err(
      new AppError(
        "conflict",
        `Of ${granted.amount} granted credits, ${already} have been taken back: ${credits} more can't be.`,
      ),
    );
  }
  const entry = { lotId: granted.lotId, amount: -credits, kind, idemKey };
  await insertEntries(tx, [entriesParam([entry], { refType: ref.type, refId: ref.id, reservationId: null })]);
  return ok({ taken: credits });
}

// A hold that was released is no longer taken.
const sumTaken = statement<{ taken: string }>(
  "credits_taken_back",
  `select coalesce(-sum(amount), 0) as taken from credits.entry
   where org_id = $1 and lot_id = $2 and (kind = $3 or ($3 = 'dispute_hold' and kind = 'dispute_release'))`,
);

async function takenOf(tx: TenantTransaction, lotId: string, kind: TakenBack["kind"]): Promise<number> {
  const { rows } = await sumTaken(tx, [requireContext().orgId, lotId, kind]);
  return creditsFromRow(rows[0]?.taken ?? 0);
}
