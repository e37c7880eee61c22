import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";
import { correctHold } from "./correct-hold";
import type { HeldCost } from "./held-cost";

const drop = statement<HeldCost>(
  "drop_held_cost",
  `update tracking.ask set held_micros = null, held_on = null
   where org_id = $1 and id = $2 and held_micros is not null
   returning engine_id as "engineId", old.held_micros::text as "heldMicros", old.held_on::text as "heldOn"`,
);

/**
 * Gives back what the ask's latest call holds: for a call that surely cost nothing. Call it last in the transaction that
 * ends the claim. A second call changes nothing.
 */
export async function giveBackHold(tx: TenantTransaction, askId: AskId): Promise<void> {
  const [held] = (await drop(tx, [requireContext().orgId, askId])).rows;
  if (held) await correctHold(tx, held, 0);
}
