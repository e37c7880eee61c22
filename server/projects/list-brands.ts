import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { type BrandRow, readBrandRows, revisionOf } from "./brand-rows";
import { type BrandDto, type BrandListDto, ListBrandsInput } from "./contract";
import { projectExists } from "./project-exists";

/** The project's brands with their names, domains and the stored answers that name them, for every role. */
export async function listBrands(input: ListBrandsInput): Promise<Result<BrandListDto>> {
  const parsed = parseInput(ListBrandsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId } = parsed.value;
  return withTenant<BrandListDto>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const rows = await readBrandRows(tx, projectId);
    const { stored, named } = await countAnswers(tx, projectId);
    const brands = rows.map((row) => brandDto(row, named.get(row.brandId) ?? 0));
    return ok({
      answers: stored,
      brands: brands.filter(({ archivedAt }) => archivedAt === null),
      archived: brands.filter(({ archivedAt }) => archivedAt !== null),
    });
  });
}

function brandDto(row: BrandRow, answers: number): BrandDto {
  const { brandId, name, own, aliases, domains, archivedAt } = row;
  return {
    brandId,
    name,
    own,
    aliases,
    domains,
    archivedAt: archivedAt === null ? null : new Date(archivedAt).toISOString(),
    answers,
    revision: revisionOf(row),
  };
}

async function countAnswers(tx: TenantTransaction, projectId: ProjectId) {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ brandId: string | null; answers: number }>(sql`
    select null as "brandId", count(*)::int as answers from tracking.answer
    where org_id = ${orgId} and project_id = ${projectId}
    union all
    select m.brand_id::text, count(*)::int from tracking.mention m
    join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id
    where m.org_id = ${orgId} and b.project_id = ${projectId} group by 1`);
  const named = new Map(rows.map(({ brandId, answers }) => [brandId, answers]));
  return { stored: named.get(null) ?? 0, named };
}
