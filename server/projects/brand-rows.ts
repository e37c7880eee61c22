import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { brandAlias, brandDomain } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { BrandId, ProjectId } from "@/server/kernel/id";

/** A brand with everything that it is known by. */
export interface BrandRow extends Record<string, unknown> {
  readonly brandId: BrandId;
  readonly name: string;
  readonly own: boolean;
  readonly aliases: string[];
  readonly domains: string[];
  readonly archived: boolean;
  readonly archivedAt: string | null;
}

/** Every brand of the project, archived ones too: the own one first, then by name. */
export async function readBrandRows(tx: TenantTransaction, projectId: ProjectId): Promise<BrandRow[]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<BrandRow>(sql`
    select b.id as "brandId", b.name, b.kind = 'own' as own, b.archived_at is not null as archived,
      b.archived_at::text as "archivedAt",
      coalesce((select array_agg(a.alias order by lower(a.alias), a.alias) from tracking.brand_alias a
                where a.org_id = b.org_id and a.brand_id = b.id and a.alias <> b.name), '{}') as aliases,
      coalesce((select array_agg(d.domain order by d.domain) from tracking.brand_domain d
                where d.org_id = b.org_id and d.brand_id = b.id), '{}') as domains
    from tracking.brand b
    where b.org_id = ${orgId} and b.project_id = ${projectId}
    order by b.kind, lower(b.name), b.id`);
  return rows;
}

/** What a brand is known by, in short: two brands of one revision have the same names and domains. */
export function revisionOf(brand: {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
}): string {
  const { name, aliases, domains } = brand;
  const parts = JSON.stringify([name, [...new Set(aliases)].toSorted(), [...new Set(domains)].toSorted()]);
  return createHash("sha256").update(parts).digest("hex").slice(0, 16);
}

/** Replaces every name and domain of a brand. `names` are its own of `collectBrandNames`: at most 51, and 50 domains. */
export async function replaceBrandNames(
  tx: TenantTransaction,
  brand: { readonly projectId: ProjectId; readonly brandId: BrandId },
  names: readonly { readonly alias: string; readonly folded: string }[],
  domains: readonly string[],
): Promise<void> {
  const owner = { orgId: requireContext().orgId, ...brand };
  const { orgId, brandId } = owner;
  await tx.delete(brandAlias).where(and(eq(brandAlias.orgId, orgId), eq(brandAlias.brandId, brandId)));
  await tx.delete(brandDomain).where(and(eq(brandDomain.orgId, orgId), eq(brandDomain.brandId, brandId)));
  await tx.insert(brandAlias).values(names.map(({ alias, folded }) => ({ ...owner, alias, folded })));
  const distinct = [...new Set(domains)];
  if (distinct.length > 0)
    await tx.insert(brandDomain).values(distinct.map((domain) => ({ ...owner, domain })));
}
