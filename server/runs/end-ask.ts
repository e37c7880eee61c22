import type { AskState } from "@/db/schema";
import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";

/** More open asks than all workers have in flight: with so many left, this one can't be the run's last. */
const MANY = 200;

const end = statement<{ many: boolean }>(
  "end_ask",
  `update tracking.ask a set state = $3, lease_token = null, lease_until = null, failure = $4
   where a.org_id = $1 and a.id = $2
   returning exists (select from tracking.ask o where o.org_id = a.org_id and o.run_id = a.run_id
                     and o.state in ('planned', 'claimed') offset $5) as many`,
);

/**
 * Puts an ask that the caller holds into its last state, and says whether it may have been the run's last. Only then is
 * the run worth a look after the commit (announceIfFinished), which saves a transaction for most asks of a large run.
 */
export async function endAsk(
  tx: TenantTransaction,
  askId: AskId,
  state: AskState,
  failure: string | null,
): Promise<boolean> {
  const { rows } = await end(tx, [requireContext().orgId, askId, state, failure, MANY]);
  return rows[0]?.many !== true;
}
