import { asc, gt } from "drizzle-orm";
import { orgSlug } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import type { OrgId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";

const PAGE = 200;

export interface OrgIdPage {
  readonly orgIds: OrgId[];
  /** What `after` has to be for the next page; null at the end. */
  readonly next: OrgId | null;
}

/** The orgs of the platform in the order of their ids, for jobs that look after each: ids only, 200 a page. */
export async function listOrgIds(after: OrgId | null): Promise<Result<OrgIdPage>> {
  return withoutTenant(async (tx) => {
    const rows = await tx
      .select({ orgId: orgSlug.orgId })
      .from(orgSlug)
      .where(after === null ? undefined : gt(orgSlug.orgId, after))
      .orderBy(asc(orgSlug.orgId))
      .limit(PAGE);
    const orgIds = rows.map(({ orgId }) => orgId);
    return ok({ orgIds, next: orgIds.length < PAGE ? null : (orgIds.at(-1) ?? null) });
  });
}
