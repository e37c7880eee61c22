import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { AppError } from "@/server/kernel/errors";
import type { AskId, ReservationId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { mintReservationToken, type ReservationToken } from "./reservation-token";

const findReserved = statement<{ id: ReservationId; credits: number; closed: boolean }>(
  "credits_authorise",
  `select r.id, a.credits, r.closed_at is not null as closed
   from tracking.ask a join credits.reservation r on r.run_id = a.run_id where a.id = $1 for share of r`,
);

/**
 * The only way to a ReservationToken, and so to a paid call: the ask's run has an open reservation. Call it in the
 * transaction that claims the ask, after the claim: a release waits for that transaction and then sees the ask claimed.
 * Refuses: not_found (no such ask, or nothing reserved for its run), conflict (the reservation is closed).
 */
export async function authoriseAsk(tx: TenantTransaction, askId: AskId): Promise<Result<ReservationToken>> {
  const { rows } = await findReserved(tx, [askId]);
  const found = rows[0];
  if (!found) return err(new AppError("not_found", "Nothing stands reserved for this ask."));
  if (found.closed)
    return err(new AppError("conflict", "This run is over: its credits have been given back."));
  return ok(mintReservationToken(found.id, askId, found.credits));
}
