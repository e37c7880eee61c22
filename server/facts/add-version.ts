import { factVersion } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { actorLabel, requireContext } from "@/server/kernel/context";
import type { FactId } from "@/server/kernel/id";
import { announce } from "@/server/outbox";
import type { FactRow, Sheet, SheetBrand } from "./sheet-rows";

type NewVersion = Pick<FactRow, "topic" | "statement" | "value" | "sourceUrl" | "validFrom" | "archived">;

/**
 * Adds a version of a fact to the sheet, writes its audit row, and announces that statements are to be held against the
 * sheet again. The caller holds the brand's lock.
 */
export async function addVersion(
  tx: TenantTransaction,
  { brandId, projectId }: SheetBrand,
  sheet: Sheet,
  factId: FactId,
  wanted: NewVersion,
  action: "fact.add" | "fact.change" | "fact.archive" | "fact.restore",
): Promise<number> {
  const { orgId, actor } = requireContext();
  const before = sheet.versions.get(factId)?.at(-1);
  const version = (before?.version ?? 0) + 1;
  await tx
    .insert(factVersion)
    .values({ orgId, factId, version, brandId, ...wanted, savedBy: actorLabel(actor) });
  await recordAudit(tx, {
    action,
    subjectType: "fact",
    subjectId: factId,
    before: before ? { ...factOf(before) } : null,
    after: { ...factOf(wanted) },
    detail: { projectId, brandId, version },
  });
  await announce(tx, "facts/changed", { orgId, brandId }, `facts-changed:${brandId}:${sheet.version + 1}`);
  return version;
}

function factOf({ topic, statement, value, sourceUrl, validFrom, archived }: NewVersion): NewVersion {
  return { topic, statement, value, sourceUrl, validFrom, archived };
}
