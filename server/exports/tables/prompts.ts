import { sql } from "drizzle-orm";
import { requireContext } from "@/server/kernel/context";
import { instant } from "../sql-columns";
import { sqlTable } from "../sql-table";

export const prompts = sqlTable({
  id: "prompts",
  label: "Prompts",
  description: "Every prompt of every version of every panel, in its order.",
  filters: ["panel", "version"],
  columns: [
    { name: "prompt_id", about: "Id of the prompt in its panel version.", sql: "p.id" },
    { name: "panel", about: "Name of the panel.", sql: "n.name" },
    { name: "panel_version", about: "Version of the panel.", sql: "v.version" },
    { name: "panel_version_id", about: "Its id.", sql: "v.id" },
    { name: "ordinal", about: "Place in the version, from 0.", sql: "p.ordinal" },
    { name: "text", about: "The question.", sql: "p.text" },
    { name: "prompt_hash", about: "The same for the same question in every panel version.", sql: "p.hash" },
    { name: "intent", about: "category, comparison, problem or branded.", sql: "p.intent" },
    { name: "tags", about: "Tags, as a JSON list.", sql: "to_jsonb(p.tags)" },
    { name: "topic", about: "What it is about, in the customer's words.", sql: "p.topic" },
    { name: "persona", about: "Who asks, in the customer's words.", sql: "p.persona" },
    {
      name: "stage",
      about: "awareness, consideration or decision; empty where none is said.",
      sql: "p.stage",
    },
    { name: "locale", about: "Language and country that engines are told.", sql: "p.locale" },
    { name: "created_at", about: "When the version was made.", sql: instant("v.created_at") },
  ],
  from: ({ projectId, filter }) => sql`
    from tracking.prompt p
    join tracking.panel_version v on v.org_id = p.org_id and v.id = p.panel_version_id
    join tracking.panel n on n.org_id = v.org_id and n.id = v.panel_id
    where p.org_id = ${requireContext().orgId} and n.project_id = ${projectId}
      ${filter.panel ? sql`and n.name = ${filter.panel}` : sql``}
      ${filter.version ? sql`and v.version::text = ${filter.version}` : sql``}`,
  key: [
    { sql: "p.panel_version_id", type: "uuid" },
    { sql: "p.ordinal", type: "integer" },
    { sql: "p.id", type: "uuid" },
  ],
});
