import { sql } from "drizzle-orm";
import { statement, statementCheck, statementReading } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { analyse, claimsTask, TEXT_MAX_CHARACTERS } from "@/server/analysis";
import { requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { AnswerId, type BrandId, type ProjectId, type RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { readCheckSetting } from "../read-check-setting";
import type { Span } from "../rules/clauses-about";
import { type HeldFact, holdAgainst } from "../rules/hold-against";
import { FACT_RULES_VERSION } from "../rules/rules-version";
import { readBrandNames, readSheet, readSheetBrand, type SheetBrand } from "../sheet-rows";
import { claimsByRules, type FoundStatement, placeClaims, type ReadAnswer, saidIn } from "./find-statements";
import { judgeStatement, type Verdict } from "./judge-statement";

/** Answers of one step: with a model that takes its time, few minutes. */
const BATCH = 10;
/** The rules find what names the brand; a model finds more. */
const RULES_CONFIDENCE = 0.4;

interface DrawnAnswer extends ReadAnswer {
  readonly answerId: AnswerId;
}

interface Batch {
  readonly brand: SheetBrand;
  readonly brandNames: readonly string[];
  readonly sheet: number;
  readonly facts: readonly HeldFact[];
  readonly answers: readonly DrawnAnswer[];
}

/**
 * Reads the next drawn answers of a run for statements about the own brand, and holds each against the facts sheet. An
 * answer is read once, and never more of a run than the project's setting says. Call it until `read` is 0. For our own
 * jobs alone.
 */
export async function readStatements(runId: RunId): Promise<Result<{ read: number }>> {
  if ("role" in requireContext().actor) return err(forbidden("have statements read"));
  const batch = await withTenant((tx) => readBatch(tx, runId));
  if (!batch.ok) return batch;
  if (batch.value === null) return ok({ read: 0 });
  for (const answer of batch.value.answers) {
    const stored = await readAnswer(runId, batch.value, answer);
    if (!stored.ok) return stored;
  }
  return ok({ read: batch.value.answers.length });
}

async function readBatch(tx: TenantTransaction, runId: RunId): Promise<Result<Batch | null>> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ projectId: ProjectId; brandId: BrandId | null }>(sql`
    select r.project_id as "projectId", b.id as "brandId" from tracking.run r
    left join tracking.brand b on b.org_id = r.org_id and b.project_id = r.project_id and b.kind = 'own'
    where r.org_id = ${orgId} and r.id = ${runId}`);
  const [found] = rows;
  if (!found) return err(notFound("run"));
  const brand = found.brandId && (await readSheetBrand(tx, found.brandId));
  if (!brand) return ok(null);
  const answers = await readDrawn(tx, runId, brand);
  if (answers.length === 0) return ok(null);
  const sheet = await readSheet(tx, brand.brandId);
  return ok({
    brand,
    brandNames: await readBrandNames(tx, brand),
    sheet: sheet.version,
    facts: sheet.facts.filter(({ archived }) => !archived),
    answers,
  });
}

interface DrawnRow extends Record<string, unknown> {
  readonly answerId: string;
  readonly text: string;
  readonly own: readonly Span[];
  readonly rivals: readonly (readonly Span[])[];
}

/** Drawn by the ids of the answer and the project: the same again, whoever asks, up to what the run may still have. */
async function readDrawn(tx: TenantTransaction, runId: RunId, brand: SheetBrand): Promise<DrawnAnswer[]> {
  const { orgId } = requireContext();
  const { share, answersPerRun } = await readCheckSetting(tx, brand.projectId);
  const { rows } = await tx.execute<DrawnRow>(sql`
    select a.id as "answerId", a.text, m.spans as own,
      coalesce((select jsonb_agg(o.spans) from tracking.mention o
        where o.org_id = a.org_id and o.answer_id = a.id and o.brand_id <> m.brand_id), '[]') as rivals
    from tracking.answer a
    join tracking.mention m on m.org_id = a.org_id and m.answer_id = a.id and m.brand_id = ${brand.brandId}
    where a.org_id = ${orgId} and a.run_id = ${runId} and a.state in ('answered', 'truncated')
      and ('x' || left(md5('statements' || a.project_id::text || a.id::text), 8))::bit(32)::bigint < ${share}::float8 * 4294967296
      and not exists (select from tracking.statement_reading r
        where r.org_id = a.org_id and r.answer_id = a.id and r.brand_id = m.brand_id)
    order by md5('statements' || a.project_id::text || a.id::text)
    limit least(${BATCH}, greatest(0, ${answersPerRun} - (select count(*) from tracking.statement_reading r
      where r.org_id = ${orgId} and r.run_id = ${runId})))`);
  return rows.map(({ answerId, text, own, rivals }) => ({
    answerId: AnswerId.parse(answerId),
    text,
    own,
    rivals: rivals.flat(),
  }));
}

async function readAnswer(
  runId: RunId,
  { brand, brandNames, sheet, facts }: Batch,
  answer: DrawnAnswer,
): Promise<Result<void>> {
  const rules = { claims: claimsByRules(answer, facts, brandNames) };
  const read = await analyse(
    claimsTask,
    { brand: brand.name.slice(0, 200), text: answer.text.slice(0, TEXT_MAX_CHARACTERS) },
    { value: rules, confidence: RULES_CONFIDENCE, judge: FACT_RULES_VERSION },
  );
  if (!read.ok) return read;
  const { value, judge, promptVersion } = read.value;
  const found = placeClaims(answer.text, value?.claims ?? []);
  // What a fact decides is read, whether the model saw a claim in it or not.
  const decided = placeClaims(answer.text, rules.claims).filter(
    (each) =>
      holdAgainst(saidIn(answer, each), facts, brandNames) !== null &&
      found.every(({ start, end }) => end <= each.start || start >= each.end),
  );
  const judged: { readonly found: FoundStatement; readonly verdict: Verdict }[] = [];
  for (const each of [...found, ...decided]) {
    const verdict = await judgeStatement(answer, each, facts, brandNames);
    if (!verdict.ok) return verdict;
    judged.push({ found: each, verdict: verdict.value });
  }
  const { orgId } = requireContext();
  const key = { orgId, answerId: answer.answerId, brandId: brand.brandId };
  return withTenant<void>(async (tx) => {
    const readBy = promptVersion === null ? judge : `${judge} ${promptVersion}`;
    const [first] = await tx
      .insert(statementReading)
      .values({ ...key, runId, readBy })
      .onConflictDoNothing()
      .returning({ answerId: statementReading.answerId });
    if (!first || judged.length === 0) return ok(undefined);
    await tx.insert(statement).values(judged.map(({ found }) => ({ ...key, ...found })));
    await tx
      .insert(statementCheck)
      .values(judged.map(({ found, verdict }) => ({ ...key, start: found.start, sheet, ...verdict })));
    return ok(undefined);
  });
}
