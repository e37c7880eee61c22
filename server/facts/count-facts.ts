import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { BrandId } from "@/server/kernel/id";

/** How many facts a brand's sheet holds now. */
export async function countFacts(tx: TenantTransaction, brandId: BrandId): Promise<number> {
  const { rows } = await tx.execute<{ facts: number }>(sql`
    select count(*) filter (where not archived)::int as facts from (
      select distinct on (fact_id) archived from tracking.fact_version
      where org_id = ${requireContext().orgId} and brand_id = ${brandId} order by fact_id, version desc
    ) newest`);
  return rows[0]?.facts ?? 0;
}
