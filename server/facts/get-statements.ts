import { type SQL, sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { BrandId, ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import {
  type ListedStatement,
  ListStatementsInput,
  STATEMENTS_A_PAGE,
  type StatementFilter,
  type StatementListDto,
  type StatementsByEngine,
  type SupportCounts,
} from "./contract";
import { countFacts } from "./count-facts";
import { countedShare } from "./counted-share";
import { readOwnBrand } from "./own-brand";
import { readCheckSetting } from "./read-check-setting";
import { type StatementRow, statementDto, statementsSql } from "./statements/statement-rows";

/**
 * What answers say of a project's own brand, wrong statements first, with how many were right by engine, and how many cited
 * pages support their sentence; for every role.
 */
export async function getStatements(input: ListStatementsInput): Promise<Result<StatementListDto>> {
  const parsed = parseInput(ListStatementsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, page = 1, ...filter } = parsed.value;
  return withTenant<StatementListDto>(async (tx) => {
    const brand = await readOwnBrand(tx, projectId);
    if (!brand) return err(notFound("project"));
    const { rows, total } = await readPage(tx, brand.brandId, filter, page);
    return ok({
      brand,
      setting: await readCheckSetting(tx, projectId),
      facts: await countFacts(tx, brand.brandId),
      answers: await countRead(tx, brand.brandId),
      engines: await readEngines(tx, brand.brandId),
      support: await readSupport(tx, projectId),
      total,
      page,
      pages: Math.ceil(total / STATEMENTS_A_PAGE),
      statements: rows,
    });
  });
}

interface PageRow extends StatementRow {
  readonly engineId: string;
  readonly prompt: string;
  readonly observedAt: string;
  readonly total: number;
}

async function readPage(
  tx: TenantTransaction,
  brandId: BrandId,
  { verdict, topic, engine }: StatementFilter,
  page: number,
): Promise<{ rows: ListedStatement[]; total: number }> {
  const conditions: SQL[] = [
    sql`a.org_id = ${requireContext().orgId}`,
    ...(verdict ? [sql`said.verdict = ${verdict}`] : []),
    ...(topic ? [sql`said.topic = ${topic}`] : []),
    ...(engine ? [sql`a.engine_id = ${engine}`] : []),
  ];
  const { rows } = await tx.execute<PageRow>(sql`
    select said.*, a.engine_id as "engineId", p.text as prompt, a.observed_at as "observedAt", count(*) over ()::int as total
    from (${statementsSql(brandId)}) said
    join tracking.answer a on a.id = said."answerId"
    join tracking.prompt p on p.org_id = a.org_id and p.id = a.prompt_id
    where ${sql.join(conditions, sql` and `)}
    order by array_position(array['wrong', 'right', 'unverifiable'], said.verdict), a.observed_at desc, a.id, said.start
    limit ${STATEMENTS_A_PAGE} offset ${(page - 1) * STATEMENTS_A_PAGE}`);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => ({
      ...statementDto(row),
      engine: findEngine(row.engineId)?.label ?? row.engineId,
      prompt: row.prompt,
      observedAt: new Date(row.observedAt).toISOString(),
    })),
  };
}

async function countRead(tx: TenantTransaction, brandId: BrandId): Promise<number> {
  const { rows } = await tx.execute<{ answers: number }>(sql`
    select count(*)::int as answers from tracking.statement_reading
    where org_id = ${requireContext().orgId} and brand_id = ${brandId}`);
  return rows[0]?.answers ?? 0;
}

interface EngineRow extends Record<string, unknown> {
  readonly engineId: string;
  readonly right: number;
  readonly wrong: number;
  readonly unverifiable: number;
}

async function readEngines(tx: TenantTransaction, brandId: BrandId): Promise<StatementsByEngine[]> {
  const counted = (verdict: string) => sql`count(*) filter (where said.verdict = ${verdict})::int`;
  const { rows } = await tx.execute<EngineRow>(sql`
    select a.engine_id as "engineId", ${counted("right")} as "right", ${counted("wrong")} as wrong,
      ${counted("unverifiable")} as unverifiable
    from (${statementsSql(brandId)}) said
    join tracking.answer a on a.org_id = ${requireContext().orgId} and a.id = said."answerId"
    group by 1`);
  return rows
    .map(({ engineId, right, wrong, unverifiable }) => ({
      engineId,
      engine: findEngine(engineId)?.label ?? engineId,
      right,
      wrong,
      unverifiable,
      wrongShare: countedShare(wrong, right + wrong),
    }))
    .toSorted((a, b) => a.engine.localeCompare(b.engine));
}

/** Liu, Zhang and Liang (2023, arXiv 2304.09848) call it citation precision; only full support counts, and only checked pages. */
async function readSupport(tx: TenantTransaction, projectId: ProjectId): Promise<SupportCounts> {
  const { rows } = await tx.execute<{ outcome: keyof Omit<SupportCounts, "rate">; checks: number }>(sql`
    select c.outcome, count(*)::int as checks from tracking.citation_check c
    join tracking.answer a on a.org_id = c.org_id and a.id = c.answer_id
    where c.org_id = ${requireContext().orgId} and a.project_id = ${projectId} group by 1`);
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.checks ?? 0;
  const [supports, partly, unsupported] = [of("supports"), of("partly"), of("unsupported")];
  return {
    supports,
    partly,
    unsupported,
    unchecked: of("unchecked"),
    rate: countedShare(supports, supports + partly + unsupported),
  };
}
