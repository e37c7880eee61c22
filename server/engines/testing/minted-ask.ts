import { mintReservationToken } from "@/server/credits/reservation-token";
import { type AskId, newId, type ReservationId } from "@/server/kernel/id";
import type { AskRequest } from "../define-engine";

/** For tests: an ask with a real token, as the claim would mint it. */
export function mintedAsk(prompt: string, askId: AskId = newId<AskId>()): AskRequest {
  const token = mintReservationToken(newId<ReservationId>(), askId, 2);
  return { token, askId, prompt, locale: { country: "US", language: "en" } };
}
