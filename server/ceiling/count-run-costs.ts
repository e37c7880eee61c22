import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { RunId } from "@/server/kernel/id";

// An answered ask holds what its call may cost, unless nothing of ours was held for it: then it was the org's own key. A lost
// call without an answer counts as ours in any case. In order of their keys, so that runs that end at once can't deadlock.
const count = statement(
  "count_run_costs",
  `insert into ops.engine_cost as c (day, engine_id, price_version, payer, answers, uncosted, credits, cost_micros)
   select (coalesce(w.recorded_at, clock_timestamp()) at time zone 'utc')::date, a.engine_id, r.price_version,
     case when r.sandbox then 'sandbox' when w.id is not null and a.held_micros is null then 'own_key' else 'platform' end,
     count(w.id) filter (where w.state <> 'provider_error'), sum(a.calls) - count(w.cost_micros),
     coalesce(sum(w.charged), 0), coalesce(sum(w.cost_micros), 0)
   from tracking.run r
   join tracking.ask a on a.org_id = r.org_id and a.run_id = r.id
   left join tracking.answer w on w.org_id = a.org_id and w.ask_id = a.id
   where r.org_id = $1 and r.id = $2 and r.kind = 'ask' and a.calls > 0
   group by 1, 2, 3, 4 order by 1, 2, 3, 4
   on conflict (day, engine_id, price_version, payer) do update set
     answers = c.answers + excluded.answers, uncosted = c.uncosted + excluded.uncosted,
     credits = c.credits + excluded.credits, cost_micros = c.cost_micros + excluded.cost_micros`,
);

/**
 * Adds what the run's asks cost us and brought in to the platform's counters. Not safe to run twice: call it in the
 * transaction that ends the run, as its last statement, since runs of all orgs want the same rows.
 */
export async function countRunCosts(tx: TenantTransaction, runId: RunId): Promise<void> {
  await count(tx, [requireContext().orgId, runId]);
}
