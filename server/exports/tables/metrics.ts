import { sql } from "drizzle-orm";
import { requireContext } from "@/server/kernel/context";
import { describeMetric, findMetric, MetricRow } from "@/server/metrics";
import { seriesConditions } from "../series-conditions";
import { instant, type SqlColumn } from "../sql-columns";
import { sqlTable } from "../sql-table";

/** A number of the stored value, with the digits that were stored. */
const detail = (name: string, path: string, about: string): SqlColumn => ({
  name,
  about,
  sql: `m.detail #>> '{${path}}'`,
});
const madeWith = (name: string, key: string, about: string): SqlColumn => ({
  name,
  about,
  sql: `m.provenance -> '${key}'`,
});

export const metrics = sqlTable({
  id: "metrics",
  label: "Metrics",
  description:
    "Every stored number with both of its intervals, the words in which it may be shown, and what it was computed from.",
  filters: ["engine", "surface", "window", "metric", "brand"],
  columns: [
    { name: "window_start", about: "First day of the window, UTC.", sql: "m.window_start::text" },
    { name: "window_days", about: "Days of the window.", sql: "m.window_days" },
    { name: "engine_id", about: "Engine.", sql: "m.engine_id" },
    { name: "surface", about: "How it was observed: api, serp or capture.", sql: "m.surface" },
    { name: "panel", about: "Name of the panel.", sql: "n.name" },
    { name: "panel_version", about: "Version of the panel.", sql: "v.version" },
    { name: "panel_version_id", about: "Its id.", sql: "m.panel_version_id" },
    { name: "metric_id", about: "Metric.", sql: "m.metric_id" },
    {
      name: "metric",
      about: "Its name; empty for one that this version of the method doesn't know.",
      of: ({ metric_id }) => findMetric(String(metric_id))?.label ?? null,
    },
    { name: "brand_id", about: "Brand; empty for a metric of the engine itself.", sql: "b.id" },
    { name: "brand", about: "Its name.", sql: "b.name" },
    { name: "brand_kind", about: "own or rival.", sql: "b.kind" },
    { name: "said", about: "The words in which the number may be shown.", of: wordsOf },
    detail(
      "value",
      "value",
      "The rate, from 0 to 1; empty where there is nothing to say. Alone it is noise: see evidence.",
    ),
    detail("panel_low", "panel,low", "Lower end of the 95 % interval on these prompts."),
    detail("panel_high", "panel,high", "Its upper end."),
    detail("market_low", "market,low", "Lower end of the 95 % interval on prompts like these."),
    detail("market_high", "market,high", "Its upper end."),
    detail("upper_bound", "upperBound", "One-sided 95 % bound of the rate on prompts like these."),
    detail("evidence", "evidence", "What the sample allows to be claimed: level, early or counts."),
    detail("successes", "successes", "Hits."),
    detail("total", "total", "What the hits are counted out of."),
    detail("answers", "n", "Answers (completion: asks) in the denominator."),
    detail("prompts", "k", "Prompts with at least one of them."),
    { name: "flags", about: "Warnings, as a JSON list.", sql: "m.detail -> 'flags'" },
    detail("seed", "seed", "Seed of the bootstrap; empty for closed formulas."),
    { name: "method", about: "Version of the published method.", sql: "m.provenance ->> 'method'" },
    {
      name: "sandbox",
      about: "True: from made-up or replayed answers.",
      sql: "(m.provenance ->> 'sandbox')::boolean",
    },
    madeWith("models", "models", "Models that answered, as a JSON list."),
    madeWith("contracts", "contracts", "Versions of the adapters that read the answers, as a JSON list."),
    madeWith("extractors", "extractors", "Versions of the extraction, as a JSON list."),
    madeWith("brand_sets", "brandSets", "Versions of the brands that were looked for, as a JSON list."),
    { name: "computed_at", about: "When it was computed.", sql: instant("m.computed_at") },
  ],
  extra: { stored: "m.detail" },
  from: (scope) => sql`
    from insight.metric_value m
    join tracking.panel_version v on v.org_id = m.org_id and v.id = m.panel_version_id
    join tracking.panel n on n.org_id = v.org_id and n.id = v.panel_id
    left join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id
    where m.org_id = ${requireContext().orgId} and m.project_id = ${scope.projectId}
      ${seriesConditions(scope, {
        engine: sql`m.engine_id`,
        surface: sql`m.surface`,
        windowStart: sql`m.window_start`,
        equal: { metric: sql`m.metric_id`, brand: sql`m.brand_id` },
      })}`,
  key: [
    { sql: "m.panel_version_id", type: "uuid" },
    { sql: "m.window_start", type: "date" },
    { sql: "m.window_days", type: "integer" },
    { sql: "m.engine_id", type: "text" },
    { sql: "m.surface", type: "text" },
    { sql: "m.metric_id", type: "text" },
    { sql: "m.brand_id", type: "uuid" },
  ],
});

/** Empty for a row in the shape of an older method, whose words this version doesn't know. */
function wordsOf({ stored, metric_id, brand_id, method }: Readonly<Record<string, unknown>>): string | null {
  const row = MetricRow.safeParse({ ...Object(stored), metricId: metric_id, brandId: brand_id, method });
  return row.success ? describeMetric(row.data) : null;
}
