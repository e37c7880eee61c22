import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { findEntry } from "./find-entry";
import { lockWallet } from "./lock-wallet";
import { entriesParam, INSERT_ENTRIES } from "./write-entries";

const insertEntries = statement("credits_release_dispute", INSERT_ENTRIES);

/**
 * Puts back what a dispute that was won held, into the lot that it was taken from, once for each dispute. In a lot past
 * its expiry it can't be spent, and the next sweep expires it. Refuses: not_found (nothing is held for this dispute).
 */
export async function releaseDispute(
  tx: TenantTransaction,
  { disputeId }: { disputeId: string },
): Promise<Result<{ released: number }>> {
  await lockWallet(tx);
  const held = await findEntry(tx, `dispute_hold:${disputeId}`);
  if (!held) return err(new AppError("not_found", "Nothing is held for this dispute."));
  const idemKey = `dispute_release:${disputeId}`;
  const released = -held.amount;
  if (!(await findEntry(tx, idemKey))) {
    const entry = { lotId: held.lotId, amount: released, kind: "dispute_release" as const, idemKey };
    const why = { refType: "dispute", refId: disputeId, reservationId: null };
    await insertEntries(tx, [entriesParam([entry], why)]);
  }
  return ok({ released });
}
