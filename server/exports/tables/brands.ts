import { sql } from "drizzle-orm";
import { requireContext } from "@/server/kernel/context";
import { instant } from "../sql-columns";
import { sqlTable } from "../sql-table";

export const brands = sqlTable({
  id: "brands",
  label: "Brands",
  description: "The own brand and its rivals with every name and domain that they are known by.",
  filters: [],
  columns: [
    { name: "brand_id", about: "Id of the brand.", sql: "b.id" },
    { name: "name", about: "Its name.", sql: "b.name" },
    { name: "kind", about: "own or rival.", sql: "b.kind" },
    {
      name: "aliases",
      about: "Names that it answers to, its own included, as a JSON list.",
      sql: "alias.names",
    },
    { name: "domains", about: "Hosts that it owns, as a JSON list.", sql: "owned.hosts" },
    { name: "created_at", about: "When it was added.", sql: instant("b.created_at") },
    {
      name: "archived_at",
      about: "Since when it is no longer looked for; empty while it is.",
      sql: instant("b.archived_at"),
    },
  ],
  from: ({ projectId }) => sql`
    from tracking.brand b
    cross join lateral (
      select coalesce(jsonb_agg(l.alias order by l.alias), '[]') as names from tracking.brand_alias l
      where l.org_id = b.org_id and l.brand_id = b.id) alias
    cross join lateral (
      select coalesce(jsonb_agg(d.domain order by d.domain), '[]') as hosts from tracking.brand_domain d
      where d.org_id = b.org_id and d.brand_id = b.id) owned
    where b.org_id = ${requireContext().orgId} and b.project_id = ${projectId}`,
  key: [{ sql: "b.id", type: "uuid" }],
});
