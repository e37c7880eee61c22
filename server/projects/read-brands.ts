import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import type { BrandDefinition } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";

/** The statement that reads the brands of a project, by what its org and its project are in SQL. */
export function brandsSql(org: string, project: string): string {
  return `select b.id, b.name, b.kind = 'own' as own,
     coalesce((select array_agg(a.alias order by a.alias) from tracking.brand_alias a
               where a.org_id = b.org_id and a.brand_id = b.id and a.alias <> b.name), '{}') as aliases,
     coalesce((select array_agg(d.domain order by d.domain) from tracking.brand_domain d
               where d.org_id = b.org_id and d.brand_id = b.id), '{}') as domains
   from tracking.brand b
   where b.org_id = ${org} and b.project_id = ${project} and b.archived_at is null
   order by b.id`;
}

const select = statement<BrandDefinition>("read_brands", brandsSql("$1", "$2"));

/** The declared brand set of a project as the extractor wants it: own and rivals with all their names and domains. */
export async function readBrands(tx: TenantTransaction, projectId: ProjectId): Promise<BrandDefinition[]> {
  return (await select(tx, [requireContext().orgId, projectId])).rows;
}
