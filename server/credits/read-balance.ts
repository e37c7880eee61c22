import type { TenantTransaction } from "@/db/tenant";
import { availableCredits } from "./plan-spending";
import { type LotBalance, readLots } from "./read-lots";

export interface Balance {
  /** The sum of every entry, in credits: what the ledger says. */
  readonly balance: number;
  /** What a run could reserve now: without what is left in expired lots that nobody has swept yet. */
  readonly available: number;
  /** In the order in which they are spent, empty ones included. */
  readonly lots: readonly LotBalance[];
}

/** The org's credits, in one statement: consistent without the lock, but nothing may be decided by it without. */
export async function readBalance(tx: TenantTransaction): Promise<Balance> {
  const lots = await readLots(tx);
  return {
    balance: lots.reduce((sum, lot) => sum + lot.remainder, 0),
    available: Math.max(0, availableCredits(lots)),
    lots,
  };
}
