import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { creditsFromRow } from "./credit-amount";

/** The entry that claims a key: which lot, and how many credits, signed. */
export interface FoundEntry {
  readonly lotId: string;
  readonly amount: number;
}

const find = statement<{ lotId: string; amount: string }>(
  "credits_find_entry",
  `select lot_id as "lotId", amount from credits.entry where org_id = $1 and idem_key = $2`,
);

/** Call it after lockWallet where something is decided by it: nobody can claim the key until the transaction ends. */
export async function findEntry(tx: TenantTransaction, idemKey: string): Promise<FoundEntry | undefined> {
  const { rows } = await find(tx, [requireContext().orgId, idemKey]);
  return rows[0] && { lotId: rows[0].lotId, amount: creditsFromRow(rows[0].amount) };
}

/** Whether a key is claimed. Without the lock "no" may be old the moment it is read; "yes" stays true for good. */
export async function hasEntry(tx: TenantTransaction, idemKey: string): Promise<boolean> {
  return (await findEntry(tx, idemKey)) !== undefined;
}
