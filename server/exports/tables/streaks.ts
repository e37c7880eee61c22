import { sql } from "drizzle-orm";
import { requireContext } from "@/server/kernel/context";
import { seriesConditions } from "../series-conditions";
import { instant } from "../sql-columns";
import { sqlTable } from "../sql-table";

export const streaks = sqlTable({
  id: "streaks",
  label: "Streaks",
  description: "Consecutive windows that are a hit, of each brand over the panel and in each of its cells.",
  filters: ["engine", "surface", "brand"],
  columns: [
    { name: "engine_id", about: "Engine.", sql: "s.engine_id" },
    { name: "surface", about: "How it was observed: api, serp or capture.", sql: "s.surface" },
    { name: "panel", about: "Name of the panel.", sql: "n.name" },
    { name: "panel_version", about: "Version of the panel.", sql: "v.version" },
    { name: "panel_version_id", about: "Its id.", sql: "s.panel_version_id" },
    { name: "brand_id", about: "Brand.", sql: "s.brand_id" },
    { name: "brand", about: "Its name.", sql: "b.name" },
    { name: "brand_kind", about: "own or rival.", sql: "b.kind" },
    {
      name: "scope",
      about: "panel: over all prompts; cell: of one prompt.",
      sql: "case when s.prompt_hash = '' then 'panel' else 'cell' end",
    },
    { name: "prompt", about: "The question; empty for a panel.", sql: "p.text" },
    {
      name: "prompt_hash",
      about: "The same for the same question in every panel version.",
      sql: "nullif(s.prompt_hash, '')",
    },
    { name: "current", about: "Windows in a row that are a hit, up to the newest.", sql: "s.current" },
    { name: "longest", about: "The most that there were in a row.", sql: "s.longest" },
    {
      name: "broken_at",
      about: "First day of the last window that ended a streak.",
      sql: "s.broken_at::text",
    },
    { name: "computed_at", about: "When it was computed.", sql: instant("s.computed_at") },
  ],
  from: (scope) => sql`
    from insight.streak s
    join tracking.panel_version v on v.org_id = s.org_id and v.id = s.panel_version_id
    join tracking.panel n on n.org_id = v.org_id and n.id = v.panel_id
    left join tracking.brand b on b.org_id = s.org_id and b.id = s.brand_id
    left join tracking.prompt p on p.org_id = s.org_id and p.panel_version_id = s.panel_version_id
      and p.hash = s.prompt_hash
    where s.org_id = ${requireContext().orgId} and s.project_id = ${scope.projectId}
      ${seriesConditions(scope, {
        engine: sql`s.engine_id`,
        surface: sql`s.surface`,
        equal: { brand: sql`s.brand_id` },
      })}`,
  key: [
    { sql: "s.panel_version_id", type: "uuid" },
    { sql: "s.engine_id", type: "text" },
    { sql: "s.surface", type: "text" },
    { sql: "s.brand_id", type: "uuid" },
    { sql: "s.prompt_hash", type: "text" },
  ],
});
