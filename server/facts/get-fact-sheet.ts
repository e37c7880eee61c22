import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { BrandId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import {
  FACT_TOPICS,
  type FactDto,
  type FactSheetDto,
  FactSheetInput,
  type FactVersionDto,
} from "./contract";
import { type FactRow, readSheet, readSheetBrand, type Sheet } from "./sheet-rows";
import { latestChecks } from "./statements/latest-checks";

/** A brand's facts with their earlier versions, and how many statements each of them decided; for every role. */
export async function getFactSheet(input: FactSheetInput): Promise<Result<FactSheetDto>> {
  const parsed = parseInput(FactSheetInput, input);
  if (!parsed.ok) return parsed;
  return withTenant<FactSheetDto>(async (tx) => {
    const brand = await readSheetBrand(tx, parsed.value.brandId);
    if (!brand) return err(notFound("brand"));
    const sheet = await readSheet(tx, brand.brandId);
    const decided = await readDecided(tx, brand.brandId);
    const facts = sheet.facts
      .map((fact) => factDto(fact, sheet, decided))
      .toSorted((a, b) => FACT_TOPICS.indexOf(a.topic) - FACT_TOPICS.indexOf(b.topic));
    const { brandId, name, own } = brand;
    return ok({
      brand: { brandId, name, own },
      version: sheet.version,
      facts: facts.filter(({ archived }) => !archived),
      archived: facts.filter(({ archived }) => archived),
    });
  });
}

type Decided = ReadonlyMap<string, FactDto["decided"]>;

function factDto(fact: FactRow, sheet: Sheet, decided: Decided): FactDto {
  const earlier = (sheet.versions.get(fact.factId) ?? []).slice(0, -1).toReversed();
  return {
    ...versionDto(fact),
    earlier: earlier.map(versionDto),
    decided: decided.get(fact.factId) ?? { right: 0, wrong: 0 },
  };
}

function versionDto({ savedAt, ...fact }: FactRow): FactVersionDto {
  return { ...fact, savedAt: savedAt.toISOString() };
}

async function readDecided(tx: TenantTransaction, brandId: BrandId): Promise<Decided> {
  const { rows } = await tx.execute<{ factId: string; right: number; wrong: number }>(sql`
    select c.fact_id as "factId", count(*) filter (where c.verdict = 'right')::int as "right",
      count(*) filter (where c.verdict = 'wrong')::int as wrong
    from (${latestChecks(requireContext().orgId, brandId)}) c
    where c.fact_id is not null group by 1`);
  return new Map(rows.map(({ factId, right, wrong }) => [factId, { right, wrong }]));
}
