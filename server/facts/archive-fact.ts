import { and, eq } from "drizzle-orm";
import { factVersion } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { BrandId, FactId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { addVersion } from "./add-version";
import { FactInput } from "./contract";
import { readSheet, readSheetBrand } from "./sheet-rows";

/** Takes a fact out of the sheet: statements are held against the others from now on. Twice changes nothing. */
export async function archiveFact(input: FactInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("archive a fact"));
  const parsed = parseInput(FactInput, input);
  if (!parsed.ok) return parsed;
  const { factId } = parsed.value;
  return withTenant<void>(async (tx) => {
    const brandId = await brandOfFact(tx, factId);
    const brand = brandId && (await readSheetBrand(tx, brandId, { lock: true }));
    if (!brand) return err(notFound("fact"));
    const sheet = await readSheet(tx, brand.brandId);
    const current = sheet.facts.find((fact) => fact.factId === factId);
    if (!current) return err(notFound("fact"));
    if (current.archived) return ok(undefined);
    const { topic, statement, value, sourceUrl, validFrom } = current;
    const wanted = { topic, statement, value, sourceUrl, validFrom, archived: true };
    await addVersion(tx, brand, sheet, factId, wanted, "fact.archive");
    return ok(undefined);
  });
}

/** A fact never changes its brand. */
export async function brandOfFact(tx: TenantTransaction, factId: FactId): Promise<BrandId | undefined> {
  const [found] = await tx
    .select({ brandId: factVersion.brandId })
    .from(factVersion)
    .where(and(eq(factVersion.orgId, requireContext().orgId), eq(factVersion.factId, factId)))
    .limit(1);
  return found?.brandId;
}
