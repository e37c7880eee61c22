import { sql } from "drizzle-orm";
import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { AppError } from "@/server/kernel/errors";
import type { ReservationId, RunId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { err, ok, type Result } from "@/server/kernel/result";
import { creditsFromRow } from "./credit-amount";
import { lockWallet } from "./lock-wallet";
import { type LotShare, planRelease } from "./plan-spending";
import { entriesParam, INSERT_ENTRIES, type NewEntry } from "./write-entries";

/**
 * Closes a run's reservation and gives back what was not settled, to the lots that it came from. What goes back to a lot
 * past its expiry expires again at once. Whatever way a run ends, it ends here: a second call, or a second worker,
 * changes nothing and returns what the first one gave back.
 * Refuses: not_found; conflict while an ask of the run is claimed (its answer may still be charged).
 */
export async function releaseReservation(
  tx: TenantTransaction,
  { reservationId }: { reservationId: ReservationId },
): Promise<Result<{ released: number }>> {
  await lockWallet(tx);
  const reservation = await lockReservation(tx, reservationId);
  if (!reservation) return err(new AppError("not_found", "No such reservation."));
  if (reservation.closed) return ok({ released: await releasedBefore(tx, reservationId) });

  const use = await readUse(tx, reservationId, reservation.runId);
  if (use.claimed > 0) {
    return err(
      new AppError("conflict", `${use.claimed} asks of this run are still in flight.`, {
        claimed: use.claimed,
      }),
    );
  }
  const unspent = reservation.amount - use.settled;
  // Asks priced above the reservation: the customer pays what was reserved and no more, and we want to know.
  if (unspent < 0) logger.error({ reservationId, ...use }, "more settled than was reserved");
  const back = planRelease(use.lots, Math.max(0, unspent));
  await close(tx, reservationId, reservation.runId, toEntries(reservationId, back, use.expiredLots));
  return ok({ released: back.reduce((sum, share) => sum + share.amount, 0) });
}

/** Waits for every settle in flight (they hold the row FOR SHARE) and keeps new ones out. */
async function lockReservation(tx: TenantTransaction, reservationId: ReservationId) {
  const { rows } = await tx.execute<{ run_id: RunId; amount: string; closed: boolean }>(sql`
    select run_id, amount, closed_at is not null as closed from credits.reservation
    where id = ${reservationId} for no key update`);
  const row = rows[0];
  return row && { runId: row.run_id, amount: creditsFromRow(row.amount), closed: row.closed };
}

interface Use {
  readonly settled: number;
  /** Asks in flight. */
  readonly claimed: number;
  /** What each lot gave, last touched first. */
  readonly lots: readonly LotShare[];
  readonly expiredLots: ReadonlySet<string>;
}

/** A statement after both locks, so that its snapshot holds every settlement and claim that they waited for. */
async function readUse(tx: TenantTransaction, reservationId: ReservationId, runId: RunId): Promise<Use> {
  const { rows } = await tx.execute<{
    lot_id: string;
    reserved: string;
    expired: boolean;
    settled: string;
    claimed: string;
  }>(sql`
    select e.lot_id, -e.amount as reserved, coalesce(l.expires_at <= clock_timestamp(), false) as expired,
      (select coalesce(sum(amount), 0) from credits.settlement where reservation_id = ${reservationId}) as settled,
      (select count(*) from tracking.ask where run_id = ${runId} and state = 'claimed') as claimed
    from credits.entry e join credits.lot l on l.id = e.lot_id
    where e.reservation_id = ${reservationId} and e.kind = 'reserve' order by e.id desc`);
  const first = rows[0];
  if (!first) throw new Error("a reservation without entries");
  return {
    settled: creditsFromRow(first.settled),
    claimed: Number(first.claimed),
    lots: rows.map((row) => ({ lotId: row.lot_id, amount: creditsFromRow(row.reserved) })),
    expiredLots: new Set(rows.filter((row) => row.expired).map((row) => row.lot_id)),
  };
}

function toEntries(
  reservationId: ReservationId,
  back: readonly LotShare[],
  expiredLots: ReadonlySet<string>,
): NewEntry[] {
  return back.flatMap(({ lotId, amount }) => {
    const release: NewEntry = {
      lotId,
      amount,
      kind: "release",
      idemKey: `release:${reservationId}:${lotId}`,
    };
    if (!expiredLots.has(lotId)) return [release];
    return [release, { lotId, amount: -amount, kind: "expire", idemKey: `expire:${lotId}:${reservationId}` }];
  });
}

const closeAndInsert = statement(
  "credits_release",
  `with closed as (update credits.reservation set closed_at = clock_timestamp() where id = $2) ${INSERT_ENTRIES}`,
);

/** Closes and gives back in one statement: there is no moment with one and without the other. */
async function close(
  tx: TenantTransaction,
  reservationId: ReservationId,
  runId: RunId,
  entries: readonly NewEntry[],
): Promise<void> {
  await closeAndInsert(tx, [
    entriesParam(entries, { refType: "run", refId: runId, reservationId }),
    reservationId,
  ]);
}

async function releasedBefore(tx: TenantTransaction, reservationId: ReservationId): Promise<number> {
  const { rows } = await tx.execute<{ released: string }>(sql`
    select coalesce(sum(amount), 0) as released from credits.entry
    where reservation_id = ${reservationId} and kind = 'release'`);
  return creditsFromRow(rows[0]?.released ?? 0);
}
