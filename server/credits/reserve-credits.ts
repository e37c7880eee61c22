import { sql } from "drizzle-orm";
import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { newId, type ReservationId, type RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { isCreditAmount } from "./credit-amount";
import { lockWallet } from "./lock-wallet";
import { availableCredits, type LotShare, planSpending } from "./plan-spending";
import { type LotBalance, readLots } from "./read-lots";
import { insertCheckpoint } from "./write-checkpoint";
import { entriesParam, INSERT_ENTRIES } from "./write-entries";

/** Entries summed one by one before a reserve writes the next checkpoint: summing them is time under the lock. */
const LONGEST_TAIL = 100;

/**
 * Sets `amount` credits aside for one run: the whole price, before any of its asks can be bought. Takes the lots that
 * expire first, one entry for each lot touched. A second call for the run returns the reservation that it has, open or
 * closed. Refuses with insufficient_credits (details: needed, available) and with invalid_input; nothing is written then.
 * The run's row has to stand, in this transaction or before.
 */
export async function reserveCredits(
  tx: TenantTransaction,
  { runId, amount }: { runId: RunId; amount: number },
): Promise<Result<ReservationId>> {
  if (!isCreditAmount(amount)) {
    return err(new AppError("invalid_input", `A run costs a whole number of credits, not ${amount}.`));
  }
  await lockWallet(tx);
  const lots = await readLots(tx);
  const shares = planSpending(lots, amount);
  const made = shares ? await insertReservation(tx, runId, amount, shares) : undefined;
  if (made !== undefined) {
    await keepTailShort(tx, lots);
    return ok(made);
  }
  const before = await reservationOf(tx, runId);
  return before !== undefined ? ok(before) : err(insufficient(amount, Math.max(0, availableCredits(lots))));
}

const insertBoth = statement(
  "credits_reserve",
  `with made as (
     insert into credits.reservation (org_id, id, run_id, amount) values ($2, $3, $4, $5)
     on conflict (org_id, run_id) do nothing returning id
   )
   ${INSERT_ENTRIES}, made`,
);

/** The reservation and its entries in one statement; undefined, and nothing written, where the run already has one. */
async function insertReservation(
  tx: TenantTransaction,
  runId: RunId,
  amount: number,
  shares: readonly LotShare[],
): Promise<ReservationId | undefined> {
  const reservationId = newId<ReservationId>();
  const entries = shares.map((share) => ({
    lotId: share.lotId,
    amount: -share.amount,
    kind: "reserve" as const,
    idemKey: `reserve:${runId}:${share.lotId}`,
  }));
  const why = { refType: "run", refId: runId, reservationId };
  const { rowCount } = await insertBoth(tx, [
    entriesParam(entries, why),
    requireContext().orgId,
    reservationId,
    runId,
    amount,
  ]);
  return rowCount === entries.length ? reservationId : undefined;
}

async function reservationOf(tx: TenantTransaction, runId: RunId): Promise<ReservationId | undefined> {
  const { rows } = await tx.execute<{ id: ReservationId }>(
    sql`select id from credits.reservation where run_id = ${runId}`,
  );
  return rows[0]?.id;
}

/** The lots as they were before this reserve: its own entries are the first of the next tail. */
async function keepTailShort(tx: TenantTransaction, lots: readonly LotBalance[]): Promise<void> {
  const tail = lots.reduce((sum, lot) => sum + lot.tail, 0);
  if (tail >= LONGEST_TAIL) await tx.execute(insertCheckpoint(lots));
}

function insufficient(needed: number, available: number): AppError {
  return new AppError(
    "insufficient_credits",
    `This run needs ${needed} credits; ${available} are available.`,
    {
      needed,
      available,
    },
  );
}
