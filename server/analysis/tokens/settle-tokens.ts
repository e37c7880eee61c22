import { statement } from "@/db/statement";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { ok, type Result } from "@/server/kernel/result";
import type { TokenHold } from "./hold-tokens";
import { lockMonth } from "./month-row";

const settle = statement(
  "settle_tokens",
  `with ended as (
     delete from insight.token_hold where org_id = $1::uuid and id = $2::uuid returning tokens
   )
   update insight.token_month m set tokens = m.tokens + coalesce($4::bigint, ended.tokens), calls = m.calls + 1
   from ended where m.org_id = $1::uuid and m.month = $3::date`,
);

/**
 * Puts what a call used in the place of what it held, in the month in which it was held. Null (the endpoint doesn't say, or
 * its answer was lost) counts all of it. More than was held is counted in full. A hold ends once: a second call, and one
 * after the hold was released, changes nothing.
 */
export async function settleTokens(hold: TokenHold, used: number | null): Promise<Result<void>> {
  return withTenant(async (tx) => {
    await lockMonth(tx, hold.month);
    await settle(tx, [requireContext().orgId, hold.id, hold.month, used]);
    return ok(undefined);
  });
}
