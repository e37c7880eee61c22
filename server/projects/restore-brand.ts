import { and, eq } from "drizzle-orm";
import { brand } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { readBrandRows } from "./brand-rows";
import { ArchiveBrandInput } from "./contract";
import { projectExists } from "./project-exists";
import { tooManyRivals } from "./too-many-rivals";

/** Matches an archived rival again, under the names that it kept. Answers that came in between were read without it. */
export async function restoreBrand(input: ArchiveBrandInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("restore a brand"));
  const parsed = parseInput(ArchiveBrandInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, brandId } = parsed.value;
  return withTenant<void>(async (tx) => {
    if (!(await projectExists(tx, projectId, { lock: true }))) return err(notFound("project"));
    const rows = await readBrandRows(tx, projectId);
    const found = rows.find((row) => row.brandId === brandId);
    if (!found) return err(notFound("brand"));
    if (!found.archived) return ok(undefined);
    const refusal = tooManyRivals(rows);
    if (refusal) return err(refusal);
    await tx
      .update(brand)
      .set({ archivedAt: null })
      .where(and(eq(brand.orgId, requireContext().orgId), eq(brand.id, brandId)));
    await recordAudit(tx, {
      action: "brand.restore",
      subjectType: "brand",
      subjectId: brandId,
      before: { archived: true },
      after: { archived: false },
      detail: { projectId },
    });
    return ok(undefined);
  });
}
