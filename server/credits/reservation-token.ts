import type { AskId, ReservationId } from "@/server/kernel/id";

const minted = new WeakSet<object>();

/**
 * Proof that credits stand reserved for one ask. An adapter can't be called without one, and only this slice mints them,
 * so no code path can buy an answer that nobody has paid for.
 */
export interface ReservationToken {
  readonly kind: "reservation_token";
  readonly reservationId: ReservationId;
  readonly askId: AskId;
  readonly credits: number;
}

/** For authoriseAsk alone (not exported from the slice), which has just seen the reservation open. */
export function mintReservationToken(
  reservationId: ReservationId,
  askId: AskId,
  credits: number,
): ReservationToken {
  const token = Object.freeze({ kind: "reservation_token" as const, reservationId, askId, credits });
  minted.add(token);
  return token;
}

/** Throws unless this very object was minted here: a look-alike built elsewhere, or parsed from JSON, is refused. */
export function assertMinted(token: ReservationToken): void {
  if (!minted.has(token)) throw new Error("no reservation: this token was not minted by server/credits");
}
