import { sql } from "drizzle-orm";
import type { AskState } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";

/** More open asks than any worker has in flight: with so many left, this one can't be the run's last. */
const MANY = 200;

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
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ many: boolean }>(sql`
    update tracking.ask a set state = ${state}, lease_token = null, lease_until = null, failure = ${failure}
    where a.org_id = ${orgId} and a.id = ${askId}
    returning exists (select from tracking.ask o where o.org_id = a.org_id and o.run_id = a.run_id
                      and o.state in ('planned', 'claimed') offset ${MANY}) as many`);
  return rows[0]?.many !== true;
}
