import { sql } from "drizzle-orm";
import { requireContext } from "@/server/kernel/context";
import { shareInterval } from "@/server/metrics";
import { readSourceFilter } from "@/server/sources";
import { seriesConditions } from "../series-conditions";
import type { Row } from "../sql-columns";
import { sqlTable } from "../sql-table";

export const sources = sqlTable({
  id: "sources",
  label: "Sources",
  description:
    "Every domain of each week's answers: of each engine, and of all engines of a surface together, which have no engine.",
  filters: ["engine", "surface", "window", "class", "q"],
  columns: [
    { name: "window_start", about: "First day of the week.", sql: "s.window_start::text" },
    {
      name: "engine_id",
      about: "Engine; empty: all engines of the surface.",
      sql: "nullif(s.engine_id, '')",
    },
    { name: "surface", about: "How it was observed: api, serp or capture.", sql: "s.surface" },
    { name: "sandbox", about: "True: from made-up or replayed answers.", sql: "s.sandbox" },
    { name: "panel", about: "Name of the panel.", sql: "n.name" },
    { name: "panel_version", about: "Version of the panel.", sql: "v.version" },
    { name: "panel_version_id", about: "Its id.", sql: "s.panel_version_id" },
    { name: "domain", about: "Registrable domain.", sql: "s.domain" },
    {
      name: "domain_class",
      about: "What kind of site it is: own, rival, editorial, reference, community, review and so on.",
      sql: "s.domain_class",
    },
    {
      name: "page_types",
      about: "Cited pages by what kind of page they are, as JSON; empty where it was counted before that.",
      sql: "s.page_types",
    },
    {
      name: "owner_brand_id",
      about: "Brand whose domain it is; empty for a third party.",
      sql: "s.owner_brand_id",
    },
    { name: "owner_brand", about: "Its name.", sql: "b.name" },
    { name: "owner_kind", about: "own or rival.", sql: "b.kind" },
    { name: "engines", about: "Engines whose answers have it, as a JSON list.", sql: "to_json(s.engines)" },
    { name: "citations", about: "Cited pages, each once an answer.", sql: "s.citations" },
    { name: "answers_citing", about: "Answers that cite it.", sql: "s.cited" },
    { name: "answers_linking", about: "Answers that only link to it.", sql: "s.linked" },
    {
      name: "answers_retrieving",
      about: "Answers whose engine only looked at it; 0 also where the engine doesn't show that.",
      sql: "s.retrieved",
    },
    { name: "weight", about: "Its citations, each answer's weighing 1 together.", sql: "s.weight" },
    { name: "answers", about: "Answers that cite anything: what shares are of.", sql: "t.cited" },
    { name: "prompts", about: "Prompts that they answer.", sql: "t.prompts" },
    { name: "share", about: "weight / answers.", sql: "s.weight / nullif(t.cited, 0)" },
    {
      name: "weight_standard_error",
      about: "Of the weight, over prompts; of all engines an upper bound.",
      sql: "s.spread",
    },
    {
      name: "share_low",
      about: "95 % interval of the share, on prompts like these.",
      of: (row) => ends(row)?.low ?? null,
    },
    { name: "share_high", about: "Its upper end.", of: (row) => ends(row)?.high ?? null },
  ],
  from: (scope) => {
    const { class: domainClass, q } = readSourceFilter(scope.filter);
    return sql`
    from insight.source_week s
    join insight.source_week t on t.org_id = s.org_id and t.project_id = s.project_id and t.window_start = s.window_start
      and t.panel_version_id = s.panel_version_id and t.surface = s.surface and t.sandbox = s.sandbox
      and t.engine_id = s.engine_id and t.domain = ''
    join tracking.panel_version v on v.org_id = s.org_id and v.id = s.panel_version_id
    join tracking.panel n on n.org_id = v.org_id and n.id = v.panel_id
    left join tracking.brand b on b.org_id = s.org_id and b.id = s.owner_brand_id
    where s.org_id = ${requireContext().orgId} and s.project_id = ${scope.projectId} and s.domain <> ''
      ${seriesConditions(scope, { engine: sql`s.engine_id`, surface: sql`s.surface`, windowStart: sql`s.window_start` })}
      ${domainClass === undefined ? sql`` : sql`and s.domain_class = ${domainClass}`}
      ${q === undefined ? sql`` : sql`and position(${q} in s.domain) > 0`}`;
  },
  key: [
    { sql: "s.window_start", type: "date" },
    { sql: "s.panel_version_id", type: "uuid" },
    { sql: "s.surface", type: "text" },
    { sql: "s.sandbox", type: "boolean" },
    { sql: "s.engine_id", type: "text" },
    { sql: "s.domain", type: "text" },
  ],
});

function ends({ share, weight_standard_error: error, answers, prompts }: Row) {
  const numbers = [share, error, answers, prompts].map((value) =>
    value === null ? Number.NaN : Number(value),
  );
  const [of = Number.NaN, spread = Number.NaN, n = Number.NaN, k = Number.NaN] = numbers;
  if (numbers.some(Number.isNaN) || n === 0) return null;
  return shareInterval({ share: of, standardError: spread / n, answers: n, prompts: k });
}
