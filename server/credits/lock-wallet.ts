import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";

// The guard is evaluated below the row lock, so the timeout stands before anything waits. One round trip.
const takeLock = statement<{ isolation: string }>(
  "credits_lock_wallet",
  `with guard as materialized (
     select current_setting('transaction_isolation') as isolation, set_config('lock_timeout', '2s', true) as timeout
   )
   select guard.isolation, guard.timeout from credits.wallet, guard where wallet.org_id = $1 for no key update of wallet`,
);

/**
 * Takes the org's wallet lock until the transaction ends: everybody who inserts an entry or a checkpoint calls it first,
 * and reads balances in a LATER statement (one statement's snapshot is older than the lock it waited for). NO KEY UPDATE,
 * because plain FOR UPDATE would also block every insert whose foreign key points here.
 *
 * Throws where the isolation level isn't READ COMMITTED (a later statement would still read the old snapshot), and where
 * the org has no wallet. A lock that isn't had within two seconds is SQLSTATE 55P03, which withTenant turns into `busy`.
 * The timeout then stands for every lock of the transaction.
 */
export async function lockWallet(tx: TenantTransaction): Promise<void> {
  const { rows } = await takeLock(tx, [requireContext().orgId]);
  const found = rows[0];
  if (!found) throw new Error("this org has no wallet: create-org has to call openWallet");
  if (found.isolation !== "read committed") {
    throw new Error(
      `the wallet can't be locked under ${found.isolation}: the balance read next would be stale`,
    );
  }
}
