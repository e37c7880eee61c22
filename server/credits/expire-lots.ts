import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { lockWallet } from "./lock-wallet";
import { readLots } from "./read-lots";
import { entriesParam, INSERT_ENTRIES } from "./write-entries";

const insertEntries = statement("credits_expire", INSERT_ENTRIES);

/**
 * Expires what is left in every lot past its expiry, one entry a lot. Credits set aside for open runs are not in the lot:
 * they may still be settled, and expire when a release gives them back. A second call finds nothing left.
 */
export async function expireLots(tx: TenantTransaction): Promise<{ lots: number; expired: number }> {
  await lockWallet(tx);
  const due = (await readLots(tx)).filter((lot) => lot.expired && lot.remainder > 0);
  for (const { lotId, remainder, uptoId } of due) {
    // The entry that it follows: the same state expires once, and credits that come back later can expire again.
    const expire = {
      lotId,
      amount: -remainder,
      kind: "expire" as const,
      idemKey: `expire:${lotId}:${uptoId}`,
    };
    await insertEntries(tx, [entriesParam([expire], { refType: "lot", refId: lotId, reservationId: null })]);
  }
  return { lots: due.length, expired: due.reduce((sum, lot) => sum + lot.remainder, 0) };
}
