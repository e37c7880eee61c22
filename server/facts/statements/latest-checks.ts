import { type SQL, sql } from "drizzle-orm";
import type { BrandId, OrgId } from "@/server/kernel/id";

/** SQL of the newest check of each statement about a brand: all columns of tracking.statement_check. */
export function latestChecks(orgId: OrgId, brandId: BrandId): SQL {
  return sql`select distinct on (k.answer_id, k.span_start) k.* from tracking.statement_check k
    where k.org_id = ${orgId} and k.brand_id = ${brandId}
    order by k.answer_id, k.span_start, k.sheet desc`;
}
