import { type SQL, sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { lockWallet } from "./lock-wallet";
import { type LotBalance, readLots } from "./read-lots";

/**
 * Stores each lot's sum up to now, so that the next reader starts there. Under the wallet lock: without it an entry in
 * flight, with a lower id, would be lost from every balance read after.
 */
export async function writeCheckpoint(tx: TenantTransaction): Promise<void> {
  await lockWallet(tx);
  const lots = await readLots(tx);
  if (lots.length > 0) await tx.execute(insertCheckpoint(lots));
}

/** The INSERT for `lots` as just read under the lock (one at least): every lot, so that all start at the same entry. */
export function insertCheckpoint(lots: readonly LotBalance[]): SQL {
  const uptoId = Math.max(...lots.map((lot) => lot.uptoId));
  const balances = lots.map(({ lotId, remainder }) => ({ lotId, remainder }));
  return sql`
    insert into credits.checkpoint (org_id, upto_id, lot_id, balance)
    select ${requireContext().orgId}::uuid, ${uptoId}::bigint, b."lotId", b.remainder
    from json_to_recordset(${JSON.stringify(balances)}::json) as b("lotId" uuid, remainder bigint)
    on conflict do nothing`;
}
