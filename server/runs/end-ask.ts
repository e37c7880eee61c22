import type { AskState } from "@/db/schema";
import { type StatementRows, statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { type CompletionParams, completeSql } from "@/server/claims";
import { requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import type { AskId } from "@/server/kernel/id";
import { ASK_CLAIMS } from "./ask-claims";

/** More open asks than all workers have in flight: with so many left, this one can't be the run's last. */
export const MANY_ASKS = 200;

export interface EndedAsk {
  /** More than MANY_ASKS asks of the run are still open. */
  readonly many: boolean;
}

/** The statement that ends an ask, by the names of its parameters: also the tail of the one that stores an answer. */
export function endAskSql(params: CompletionParams, failure: string, many: string): string {
  return completeSql(ASK_CLAIMS, params, {
    set: `failure = ${failure}`,
    returning: `exists (select from tracking.ask o where o.org_id = w.org_id and o.run_id = w.run_id
                        and o.state in ('planned', 'claimed') offset ${many}) as many`,
  });
}

const end = statement<EndedAsk>(
  "end_ask",
  endAskSql({ org: "$1", id: "$2", token: "$3", state: "$4" }, "$5", "$6"),
);

/**
 * Puts an ask into its last state, and says whether it may have been the run's last. Only then is the run worth a look
 * after the commit (announceIfFinished), which saves a transaction for most asks of a large run. Throws lease_lost when
 * the ask isn't open under this lease (null: planned, nobody's).
 */
export async function endAsk(
  tx: TenantTransaction,
  askId: AskId,
  leaseToken: string | null,
  state: AskState,
  failure: string | null,
): Promise<boolean> {
  return mayBeLast(await end(tx, [requireContext().orgId, askId, leaseToken, state, failure, MANY_ASKS]));
}

export function mayBeLast({ rows }: StatementRows<EndedAsk>): boolean {
  const [ended] = rows;
  if (!ended) throw new AppError("lease_lost", "Another worker holds this ask, or it has ended.");
  return !ended.many;
}
