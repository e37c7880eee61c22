import { sql } from "drizzle-orm";
import { statementCheck } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { AnswerId, type BrandId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import type { FactTopic } from "../contract";
import type { Span } from "../rules/clauses-about";
import { readBrandNames, readSheet, readSheetBrand } from "../sheet-rows";
import type { FoundStatement, ReadAnswer } from "./find-statements";
import { judgeStatement } from "./judge-statement";

const BATCH = 50;
/** Of a brand, the newest ones; older statements keep the check that they have. */
const MOST = 2_000;

interface OpenStatement {
  readonly answerId: AnswerId;
  readonly answer: ReadAnswer;
  readonly found: FoundStatement;
}

/**
 * Holds the next statements about a brand against its sheet as it is now: those that have no check of this version of it.
 * What was held against older versions stays. Call it until `held` is 0. For our own jobs alone.
 */
export async function holdStatements(brandId: BrandId): Promise<Result<{ held: number }>> {
  if ("role" in requireContext().actor) return err(forbidden("have statements checked"));
  const read = await withTenant(async (tx) => {
    const brand = await readSheetBrand(tx, brandId);
    if (!brand) return err(notFound("brand"));
    const sheet = await readSheet(tx, brandId);
    const brandNames = await readBrandNames(tx, brand);
    return ok({ sheet, brandNames, open: await readOpen(tx, brandId, sheet.version) });
  });
  if (!read.ok) return read;
  const { sheet, brandNames, open } = read.value;
  const facts = sheet.facts.filter(({ archived }) => !archived);
  const { orgId } = requireContext();
  const checks: (typeof statementCheck.$inferInsert)[] = [];
  for (const { answerId, answer, found } of open) {
    const verdict = await judgeStatement(answer, found, facts, brandNames);
    if (!verdict.ok) return verdict;
    checks.push({ orgId, answerId, brandId, start: found.start, sheet: sheet.version, ...verdict.value });
  }
  if (checks.length === 0) return ok({ held: 0 });
  return withTenant(async (tx) => {
    await tx.insert(statementCheck).values(checks).onConflictDoNothing();
    return ok({ held: checks.length });
  });
}

interface OpenRow extends Record<string, unknown> {
  readonly answerId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly topic: FactTopic;
  readonly text: string;
  readonly own: readonly Span[];
  readonly rivals: readonly (readonly Span[])[];
}

async function readOpen(tx: TenantTransaction, brandId: BrandId, sheet: number): Promise<OpenStatement[]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<OpenRow>(sql`
    with newest as (
      select * from tracking.statement where org_id = ${orgId} and brand_id = ${brandId}
      order by answer_id desc, span_start limit ${MOST}
    )
    select s.answer_id as "answerId", s.span_start as start, s.span_end as "end", s.quote, s.topic, a.text,
      coalesce((select m.spans from tracking.mention m
        where m.org_id = a.org_id and m.answer_id = a.id and m.brand_id = s.brand_id), '[]') as own,
      coalesce((select jsonb_agg(o.spans) from tracking.mention o
        where o.org_id = a.org_id and o.answer_id = a.id and o.brand_id <> s.brand_id), '[]') as rivals
    from newest s join tracking.answer a on a.org_id = s.org_id and a.id = s.answer_id
    where not exists (select from tracking.statement_check c where c.org_id = s.org_id and c.answer_id = s.answer_id
      and c.brand_id = s.brand_id and c.span_start = s.span_start and c.sheet = ${sheet})
    order by s.answer_id desc, s.span_start limit ${BATCH}`);
  return rows.map(({ answerId, start, end, quote, topic, text, own, rivals }) => ({
    answerId: AnswerId.parse(answerId),
    answer: { text, own, rivals: rivals.flat() },
    found: { start, end, quote, topic },
  }));
}
