import { and, eq } from "drizzle-orm";
import { brand, brandAlias, brandDomain } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import type { BrandDefinition } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";

/** The declared brand set of a project as the extractor wants it: own and rivals with all their names and domains. */
export async function readBrands(tx: TenantTransaction, projectId: ProjectId): Promise<BrandDefinition[]> {
  const { orgId } = requireContext();
  const here = (table: typeof brand | typeof brandAlias | typeof brandDomain) =>
    and(eq(table.orgId, orgId), eq(table.projectId, projectId));
  const brands = await tx.select().from(brand).where(here(brand)).orderBy(brand.id);
  const aliases = await tx.select().from(brandAlias).where(here(brandAlias));
  const domains = await tx.select().from(brandDomain).where(here(brandDomain));
  return brands.map(({ id, name, kind }) => ({
    id,
    name,
    own: kind === "own",
    aliases: aliases.filter((row) => row.brandId === id && row.alias !== name).map((row) => row.alias),
    domains: domains.filter((row) => row.brandId === id).map((row) => row.domain),
  }));
}
