import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { logger } from "@/server/kernel/logger";
import type { HeldCost } from "./held-cost";

// One order for everybody: the org's row, then the engine's. Never below zero, should an operator have reset a row.
const correct = statement(
  "correct_held_cost",
  `with org as (
     update ops.spend set micros = greatest(0, micros + $4::bigint) where scope = 'org:' || $1::uuid and day = $3::date
     returning scope
   )
   update ops.spend set micros = greatest(0, micros + $4::bigint)
   where scope = 'engine:' || $2::text and day = $3::date and (select count(*) from org) >= 0`,
);

/**
 * Puts what a call really cost (micros) in the place of what was held for it, on the day of the call. 0 gives the hold
 * back; null (the engine doesn't say) leaves it. Not safe to run twice: the caller's transaction is fenced by the ask's
 * lease, and this is its last statement. A cost above the estimate is counted in full, even past the ceiling.
 */
export async function correctHold(
  tx: TenantTransaction,
  held: HeldCost,
  costMicros: number | null,
): Promise<void> {
  const { engineId, heldMicros, heldOn } = held;
  if (heldMicros === null || heldOn === null || costMicros === null) return;
  const more = costMicros - Number(heldMicros);
  if (more > 0) logger.warn({ engineId, heldMicros, costMicros }, "an answer cost more than its estimate");
  if (more !== 0) await correct(tx, [requireContext().orgId, engineId, heldOn, more]);
}
