import { and, eq, sql } from "drizzle-orm";
import { brand } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { readBrandRows } from "./brand-rows";
import { ArchiveBrandInput } from "./contract";
import { projectExists } from "./project-exists";

/**
 * Stops matching a rival in answers that come in from now on. What it was found in before stays, and so do its names: no
 * other brand can take them. The own brand can't be archived. Archiving twice changes nothing.
 */
export async function archiveBrand(input: ArchiveBrandInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("archive a brand"));
  const parsed = parseInput(ArchiveBrandInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, brandId } = parsed.value;
  return withTenant<void>(async (tx) => {
    if (!(await projectExists(tx, projectId, { lock: true }))) return err(notFound("project"));
    const found = (await readBrandRows(tx, projectId)).find((row) => row.brandId === brandId);
    if (!found) return err(notFound("brand"));
    if (found.own)
      return err(
        new AppError("conflict", `${found.name} is what this project tracks: it can't be archived.`),
      );
    if (found.archived) return ok(undefined);
    await tx
      .update(brand)
      .set({ archivedAt: sql`now()` })
      .where(and(eq(brand.orgId, requireContext().orgId), eq(brand.id, brandId)));
    await recordAudit(tx, {
      action: "brand.archive",
      subjectType: "brand",
      subjectId: brandId,
      before: { archived: false },
      after: { archived: true },
      detail: { projectId },
    });
    return ok(undefined);
  });
}
