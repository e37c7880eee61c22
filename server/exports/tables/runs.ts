import { sql } from "drizzle-orm";
import { requireContext } from "@/server/kernel/context";
import { seriesConditions } from "../series-conditions";
import { instant } from "../sql-columns";
import { sqlTable } from "../sql-table";

export const runs = sqlTable({
  id: "runs",
  label: "Runs",
  description: "Every run and import: what it asked, how it ended, its price and what was charged.",
  filters: ["engine", "surface", "window", "state", "run"],
  columns: [
    { name: "run_id", about: "Id of the run.", sql: "r.id" },
    { name: "kind", about: "ask, or import for captured answers.", sql: "r.kind" },
    { name: "state", about: "How the run stands or ended.", sql: "r.state" },
    { name: "panel", about: "Name of the panel.", sql: "n.name" },
    { name: "panel_version", about: "Version of the panel that was asked.", sql: "v.version" },
    { name: "panel_version_id", about: "Its id.", sql: "r.panel_version_id" },
    { name: "engines", about: "Engines of its asks, as a JSON list.", sql: "asked.engines" },
    { name: "repeats", about: "How often each cell was to be asked.", sql: "r.repeats" },
    { name: "asks", about: "Asks of the run.", sql: "asked.asks" },
    { name: "asks_answered", about: "Of them answered.", sql: "asked.answered" },
    { name: "asks_failed", about: "Of them failed.", sql: "asked.failed" },
    { name: "asks_orphaned", about: "Of them lost in flight; never charged.", sql: "asked.orphaned" },
    { name: "asks_cancelled", about: "Of them cancelled.", sql: "asked.cancelled" },
    { name: "price_version", about: "Version of the price list.", sql: "r.price_version" },
    {
      name: "price_credits",
      about: "Whole credits that all asks together would cost.",
      sql: "r.price_credits",
    },
    { name: "charged", about: "Whole credits charged for its answers.", sql: "asked.charged" },
    { name: "sandbox", about: "True: its answers are made up or replayed.", sql: "r.sandbox" },
    { name: "retry_of", about: "Run whose failed asks this one asks again.", sql: "r.retry_of" },
    { name: "failure", about: "Why it failed, where it did.", sql: "r.failure" },
    { name: "observed_at", about: "The moment that it stands for.", sql: instant("r.observed_at") },
    { name: "requested_at", about: "When it was requested.", sql: instant("r.requested_at") },
    { name: "closed_at", about: "When it ended; empty while it runs.", sql: instant("r.closed_at") },
  ],
  from: (scope) => sql`
    from tracking.run r
    join tracking.panel_version v on v.org_id = r.org_id and v.id = r.panel_version_id
    join tracking.panel n on n.org_id = v.org_id and n.id = v.panel_id
    cross join lateral (
      select count(*)::int as asks, coalesce(jsonb_agg(distinct k.engine_id), '[]') as engines,
        (count(*) filter (where k.state = 'answered'))::int as answered,
        (count(*) filter (where k.state = 'failed'))::int as failed,
        (count(*) filter (where k.state = 'orphaned'))::int as orphaned,
        (count(*) filter (where k.state = 'cancelled'))::int as cancelled,
        coalesce(sum(w.charged), 0)::int as charged
      from tracking.ask k left join tracking.answer w on w.org_id = k.org_id and w.ask_id = k.id
      where k.org_id = r.org_id and k.run_id = r.id) asked
    where r.org_id = ${requireContext().orgId} and r.project_id = ${scope.projectId}
      ${seriesConditions(scope, { observedAt: sql`r.observed_at`, equal: { state: sql`r.state`, run: sql`r.id` } })}
      and (${!scope.filter.engine && !scope.filter.surface} or exists (
        select from tracking.ask k where k.org_id = r.org_id and k.run_id = r.id
          ${seriesConditions(scope, { engine: sql`k.engine_id`, surface: sql`k.surface` })}))`,
  key: [{ sql: "r.id", type: "uuid" }],
  pageRows: 200,
});
