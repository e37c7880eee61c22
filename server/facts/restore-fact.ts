import { withTenant } from "@/db/tenant";
import { mayActAs } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { addVersion } from "./add-version";
import { brandOfFact } from "./archive-fact";
import { FactInput } from "./contract";
import { refuseAddition } from "./save-fact";
import { readSheet, readSheetBrand } from "./sheet-rows";

/** Puts an archived fact back, as it was: the undo of archiving. Twice changes nothing. Refused where the sheet is full. */
export async function restoreFact(input: FactInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("restore a fact"));
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
    if (!current.archived) return ok(undefined);
    const refusal = refuseAddition(sheet);
    if (refusal) return err(refusal);
    const { topic, statement, value, sourceUrl, validFrom } = current;
    const wanted = { topic, statement, value, sourceUrl, validFrom, archived: false };
    await addVersion(tx, brand, sheet, factId, wanted, "fact.restore");
    return ok(undefined);
  });
}
