import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { AnswerInput } from "@/server/answers";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { AnswerId, BrandId, ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import type { AnswerChecksDto, SupportDto } from "./contract";
import { countFacts } from "./count-facts";
import { readOwnBrand } from "./own-brand";
import { readAnswerStatements } from "./statements/statement-rows";

/** What an answer says of the own brand, held against the facts, and which of its cited pages were looked at; for every role. */
export async function getAnswerChecks(input: AnswerInput): Promise<Result<AnswerChecksDto>> {
  const parsed = parseInput(AnswerInput, input);
  if (!parsed.ok) return parsed;
  const { answerId } = parsed.value;
  return withTenant<AnswerChecksDto>(async (tx) => {
    const projectId = await projectOfAnswer(tx, answerId);
    const brand = projectId && (await readOwnBrand(tx, projectId));
    if (!brand) return err(notFound("answer"));
    return ok({
      brand,
      read: await wasRead(tx, answerId, brand.brandId),
      facts: await countFacts(tx, brand.brandId),
      statements: await readAnswerStatements(tx, brand.brandId, answerId),
      support: await readSupport(tx, answerId),
    });
  });
}

async function projectOfAnswer(tx: TenantTransaction, answerId: AnswerId): Promise<ProjectId | undefined> {
  const { rows } = await tx.execute<{ projectId: ProjectId }>(sql`
    select project_id as "projectId" from tracking.answer
    where org_id = ${requireContext().orgId} and id = ${answerId}`);
  return rows[0]?.projectId;
}

async function wasRead(tx: TenantTransaction, answerId: AnswerId, brandId: BrandId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from tracking.statement_reading
    where org_id = ${requireContext().orgId} and answer_id = ${answerId} and brand_id = ${brandId}`);
  return rows.length > 0;
}

interface SupportRow extends Record<string, unknown>, SupportDto {}

async function readSupport(tx: TenantTransaction, answerId: AnswerId): Promise<SupportDto[]> {
  const { rows } = await tx.execute<SupportRow>(sql`
    select c.ordinal, c.canonical_url as url, k.outcome, k.why, k.span_start as start, k.span_end as "end", k.excerpt,
      k.judged_by as "judgedBy", k.confidence, v.fetched_at as "fetchedAt"
    from tracking.citation_check k
    join tracking.citation c on c.org_id = k.org_id and c.answer_id = k.answer_id
      and encode(sha256(convert_to(c.canonical_url, 'utf8')), 'hex') = k.url_sha256
    join tracking.page_visit v on v.org_id = k.org_id and v.run_id = k.run_id and v.url_sha256 = k.url_sha256
    where k.org_id = ${requireContext().orgId} and k.answer_id = ${answerId} order by c.ordinal`);
  return rows.map((row) => ({
    ...row,
    fetchedAt: row.fetchedAt === null ? null : new Date(row.fetchedAt).toISOString(),
  }));
}
