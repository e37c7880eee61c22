import { brand } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { type BrandId, newId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { collectBrandNames } from "./brand-names";
import { readBrandRows, replaceBrandNames } from "./brand-rows";
import { AddRivalsInput } from "./contract";
import { projectExists } from "./project-exists";
import { tooManyRivals } from "./too-many-rivals";

export interface AddedRivals {
  readonly brandIds: readonly BrandId[];
}

/**
 * Adds several rivals by their names alone: all of them, or none with the reason. What a name or the number of rivals is
 * refused for is what `saveBrand` refuses. Answers that come in later are read with them.
 */
export async function addRivals(input: AddRivalsInput): Promise<Result<AddedRivals>> {
  if (!mayActAs("member")) return err(forbidden("change brands"));
  const parsed = parseInput(AddRivalsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, names } = parsed.value;
  return withTenant<AddedRivals>(async (tx) => {
    if (!(await projectExists(tx, projectId, { lock: true }))) return err(notFound("project"));
    const rows = await readBrandRows(tx, projectId);
    const refusal = tooManyRivals(rows, names.length);
    if (refusal) return err(refusal);
    const wanted = names.map((name) => ({ name, aliases: [], domains: [] }));
    const collected = collectBrandNames([...rows, ...wanted]);
    if (!collected.ok) return collected;
    const { orgId } = requireContext();
    const brandIds: BrandId[] = [];
    for (const [index, { name, aliases, domains }] of wanted.entries()) {
      const brandId = newId<BrandId>();
      const own = collected.value.filter(({ brandIndex }) => brandIndex === rows.length + index);
      await tx.insert(brand).values({ orgId, id: brandId, projectId, name, kind: "rival" });
      await replaceBrandNames(tx, { projectId, brandId }, own, domains);
      await recordAudit(tx, {
        action: "brand.add",
        subjectType: "brand",
        subjectId: brandId,
        before: null,
        after: { name, aliases, domains },
        detail: { projectId },
      });
      brandIds.push(brandId);
    }
    return ok({ brandIds });
  });
}
