import { and, asc, eq } from "drizzle-orm";
import { brand, brandAlias, factVersion } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { BrandId, FactId, ProjectId } from "@/server/kernel/id";
import type { FactTopic, FactValue } from "./contract";

export interface SheetBrand {
  readonly brandId: BrandId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly own: boolean;
}

/** The brand, or undefined where the org has none of that id. With `lock`, edits of its facts wait for each other. */
export async function readSheetBrand(
  tx: TenantTransaction,
  brandId: BrandId,
  { lock = false }: { lock?: boolean } = {},
): Promise<SheetBrand | undefined> {
  const read = tx
    .select({ brandId: brand.id, projectId: brand.projectId, name: brand.name, kind: brand.kind })
    .from(brand)
    .where(and(eq(brand.orgId, requireContext().orgId), eq(brand.id, brandId)));
  const [found] = await (lock ? read.for("no key update") : read);
  return found && { brandId, projectId: found.projectId, name: found.name, own: found.kind === "own" };
}

/** Every name that the brand answers to. */
export async function readBrandNames(
  tx: TenantTransaction,
  { brandId, name }: SheetBrand,
): Promise<string[]> {
  const aliases = await tx
    .select({ alias: brandAlias.alias })
    .from(brandAlias)
    .where(and(eq(brandAlias.orgId, requireContext().orgId), eq(brandAlias.brandId, brandId)));
  return [name, ...aliases.map(({ alias }) => alias)];
}

export interface FactRow {
  readonly factId: FactId;
  readonly version: number;
  readonly topic: FactTopic;
  readonly statement: string;
  readonly value: FactValue | null;
  readonly sourceUrl: string | null;
  readonly validFrom: string | null;
  readonly archived: boolean;
  readonly savedAt: Date;
}

export interface Sheet {
  /** How many versions its facts have: it grows with every change of any of them. */
  readonly version: number;
  /** The newest version of each fact, archived ones included, in the order in which the facts were first saved. */
  readonly facts: readonly FactRow[];
  /** By fact, all its versions, oldest first. */
  readonly versions: ReadonlyMap<FactId, readonly FactRow[]>;
}

/** A brand's whole sheet, with its past. */
export async function readSheet(tx: TenantTransaction, brandId: BrandId): Promise<Sheet> {
  const rows: FactRow[] = await tx
    .select({
      factId: factVersion.factId,
      version: factVersion.version,
      topic: factVersion.topic,
      statement: factVersion.statement,
      value: factVersion.value,
      sourceUrl: factVersion.sourceUrl,
      validFrom: factVersion.validFrom,
      archived: factVersion.archived,
      savedAt: factVersion.savedAt,
    })
    .from(factVersion)
    .where(and(eq(factVersion.orgId, requireContext().orgId), eq(factVersion.brandId, brandId)))
    .orderBy(asc(factVersion.factId), asc(factVersion.version));
  const versions = Map.groupBy(rows, ({ factId }) => factId);
  const facts = [...versions.values()].flatMap((each) => each.at(-1) ?? []);
  return { version: rows.length, facts, versions };
}
