import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";

const forgetHold = statement(
  "leave_call_uncounted",
  `update tracking.ask set held_micros = null, held_on = null
   where org_id = $1::uuid and id = $2::uuid and held_micros is not null`,
);

/**
 * In the place of `holdCost` for a call that isn't ours to pay. What an earlier call of the ask held and never gave back
 * stays counted, as it may have been paid; what this one costs takes nobody's place.
 */
export async function leaveUncounted(tx: TenantTransaction, askId: AskId): Promise<void> {
  await forgetHold(tx, [requireContext().orgId, askId]);
}
