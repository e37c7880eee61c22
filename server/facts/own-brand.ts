import { and, eq } from "drizzle-orm";
import { brand } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { BrandId, ProjectId } from "@/server/kernel/id";

/** What the project tracks; undefined where the org has no such project. */
export async function readOwnBrand(
  tx: TenantTransaction,
  projectId: ProjectId,
): Promise<{ brandId: BrandId; name: string } | undefined> {
  const [found] = await tx
    .select({ brandId: brand.id, name: brand.name })
    .from(brand)
    .where(
      and(eq(brand.orgId, requireContext().orgId), eq(brand.projectId, projectId), eq(brand.kind, "own")),
    );
  return found;
}
