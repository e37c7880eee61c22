import type { AskState } from "@/db/schema";
import { type StatementRows, statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";

/** More open asks than all workers have in flight: with so many left, this one can't be the run's last. */
export const MANY_ASKS = 200;

export interface EndedAsk {
  /** More than MANY_ASKS asks of the run are still open. */
  readonly many: boolean;
}

/** The statement that ends an ask, by the names of its parameters: also the tail of the one that stores an answer. */
export function endAskSql(org: string, ask: string, state: string, failure: string, many: string): string {
  return `update tracking.ask a set state = ${state}, lease_token = null, lease_until = null, failure = ${failure}
    where a.org_id = ${org} and a.id = ${ask}
    returning exists (select from tracking.ask o where o.org_id = a.org_id and o.run_id = a.run_id
                      and o.state in ('planned', 'claimed') offset ${many}) as many`;
}

const end = statement<EndedAsk>("end_ask", endAskSql("$1", "$2", "$3", "$4", "$5"));

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
  return mayBeLast(await end(tx, [requireContext().orgId, askId, state, failure, MANY_ASKS]));
}

export function mayBeLast({ rows }: StatementRows<EndedAsk>): boolean {
  return rows[0]?.many !== true;
}
