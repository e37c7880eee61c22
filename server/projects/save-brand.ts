import { and, eq } from "drizzle-orm";
import { brand } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { type BrandId, newId, type ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { collectBrandNames } from "./brand-names";
import { type BrandRow, readBrandRows, replaceBrandNames, revisionOf } from "./brand-rows";
import { SaveBrandInput } from "./contract";
import { projectExists } from "./project-exists";
import { tooManyRivals } from "./too-many-rivals";

export interface SavedBrand {
  readonly brandId: BrandId;
  /** It was known by exactly these names and domains already. */
  readonly unchanged: boolean;
}

/**
 * Adds a rival, or changes the names and domains of any brand. Refused in words: a name that can't be matched, a name or
 * domain of another brand (archived ones keep theirs), a brand that somebody changed since `revision`. Answers that come
 * in later are read with the new names; stored ones keep the reading that they have.
 */
export async function saveBrand(input: SaveBrandInput): Promise<Result<SavedBrand>> {
  if (!mayActAs("member")) return err(forbidden("change brands"));
  const parsed = parseInput(SaveBrandInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, brandId, revision, name, aliases, domains } = parsed.value;
  const wanted = { name, aliases, domains };
  return withTenant<SavedBrand>(async (tx) => {
    if (!(await projectExists(tx, projectId, { lock: true }))) return err(notFound("project"));
    const rows = await readBrandRows(tx, projectId);
    const current = rows.find((row) => row.brandId === brandId);
    if (brandId && !current) return err(notFound("brand"));
    const refusal = current ? refuseEdit(current, revision) : tooManyRivals(rows);
    if (refusal) return err(refusal);
    const others = rows.filter((row) => row !== current);
    const names = collectBrandNames([...others, wanted]);
    if (!names.ok) return names;
    const own = names.value.filter(({ brandIndex }) => brandIndex === others.length);
    const known = { name, aliases: own.slice(1).map(({ alias }) => alias), domains };
    if (current && revisionOf(current) === revisionOf(known))
      return ok({ brandId: current.brandId, unchanged: true });
    const id = current?.brandId ?? newId<BrandId>();
    await writeBrand(tx, { id, projectId, name, isNew: !current });
    await replaceBrandNames(tx, { projectId, brandId: id }, own, domains);
    await recordAudit(tx, {
      action: current ? "brand.change" : "brand.add",
      subjectType: "brand",
      subjectId: id,
      before: current ? namesOf(current) : null,
      after: namesOf(known),
      detail: { projectId },
    });
    return ok({ brandId: id, unchanged: false });
  });
}

function refuseEdit(current: BrandRow, revision: string | undefined): AppError | undefined {
  if (current.archived)
    return new AppError("conflict", `${current.name} is archived. Restore it, then change it.`);
  if (revision !== undefined && revision !== revisionOf(current)) {
    const words = `Somebody else changed ${current.name} while you edited it. Nothing was overwritten: look at its names now, and save again.`;
    return new AppError("conflict", words, { overtaken: true });
  }
  return undefined;
}

function namesOf({ name, aliases, domains }: Pick<BrandRow, "name" | "aliases" | "domains">) {
  return { name, aliases, domains };
}

async function writeBrand(
  tx: TenantTransaction,
  { id, projectId, name, isNew }: { id: BrandId; projectId: ProjectId; name: string; isNew: boolean },
): Promise<void> {
  const { orgId } = requireContext();
  if (isNew) await tx.insert(brand).values({ orgId, id, projectId, name, kind: "rival" });
  else
    await tx
      .update(brand)
      .set({ name })
      .where(and(eq(brand.orgId, orgId), eq(brand.id, id)));
}
