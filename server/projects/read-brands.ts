import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import type { BrandDefinition } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";

const select = statement<BrandDefinition>(
  "read_brands",
  `select b.id, b.name, b.kind = 'own' as own,
     coalesce((select array_agg(a.alias order by a.alias) from tracking.brand_alias a
               where a.org_id = b.org_id and a.brand_id = b.id and a.alias <> b.name), '{}') as aliases,
     coalesce((select array_agg(d.domain order by d.domain) from tracking.brand_domain d
               where d.org_id = b.org_id and d.brand_id = b.id), '{}') as domains
   from tracking.brand b
   where b.org_id = $1 and b.project_id = $2 and b.archived_at is null
   order by b.id`,
);

/** The declared brand set of a project as the extractor wants it: own and rivals with all their names and domains. */
export async function readBrands(tx: TenantTransaction, projectId: ProjectId): Promise<BrandDefinition[]> {
  return (await select(tx, [requireContext().orgId, projectId])).rows;
}
