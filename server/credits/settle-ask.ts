import { sql } from "drizzle-orm";
import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import type { AskId, ReservationId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { creditsFromRow, isCreditAmount } from "./credit-amount";

/**
 * Charges one ask's answer to its run's reservation, in the transaction that stores the answer. Charges once: a second
 * settle returns what the first one charged. On a closed reservation nothing is charged (0), and the answer is stored all
 * the same. `credits` may be less than the ask's price (another weight for no_answer_shown), or 0; never more.
 * Refuses: not_found (no such ask in the reservation's run, in this org), invalid_input (not its price).
 */
export async function settleAsk(
  tx: TenantTransaction,
  { askId, reservationId, credits }: { askId: AskId; reservationId: ReservationId; credits: number },
): Promise<Result<{ charged: number }>> {
  if (credits !== 0 && !isCreditAmount(credits)) {
    return err(new AppError("invalid_input", `An answer costs a whole number of credits, not ${credits}.`));
  }
  const found = await insertSettlement(tx, askId, reservationId, credits);
  if (!found) return err(new AppError("not_found", "Nothing stands reserved for this ask."));
  if (credits > found.price) {
    return err(
      new AppError(
        "invalid_input",
        `An ask priced at ${found.price} credits can't be settled for ${credits}.`,
      ),
    );
  }
  if (found.made !== null) return ok({ charged: creditsFromRow(found.made) });
  // Not in the statement above: a settle that it waited for is younger than that statement's snapshot.
  const { rows } = await tx.execute<{ amount: string }>(
    sql`select amount from credits.settlement where ask_id = ${askId}`,
  );
  return ok({ charged: creditsFromRow(rows[0]?.amount ?? 0) });
}

type Settled = { price: number; made: string | null };

const settle = statement<Settled>(
  "credits_settle",
  `with held as materialized (
     select id, run_id, closed_at from credits.reservation where id = $3 for share
   ), priced as materialized (
     select a.id, a.credits, held.closed_at from held join tracking.ask a on a.run_id = held.run_id where a.id = $2
   ), made as (
     insert into credits.settlement (org_id, ask_id, reservation_id, amount)
     select $1::uuid, id, $3, $4::bigint from priced where closed_at is null and $4::bigint between 1 and credits
     on conflict do nothing returning amount
   )
   select priced.credits as price, (select amount from made) as made from priced`,
);

/**
 * One round trip. FOR SHARE waits for a release that is closing the reservation and then sees it closed; and a release
 * that comes later waits for this transaction, so that its sum holds this settlement.
 */
async function insertSettlement(
  tx: TenantTransaction,
  askId: AskId,
  reservationId: ReservationId,
  credits: number,
): Promise<Settled | undefined> {
  const { rows } = await settle(tx, [requireContext().orgId, askId, reservationId, credits]);
  return rows[0];
}
