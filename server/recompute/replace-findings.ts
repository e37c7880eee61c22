import { type SQL, sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId, BrandId } from "@/server/kernel/id";
import { type AnswerReading, findingRows, SEARCHED_CHARACTERS } from "@/server/reading";

/** A mention that stood there before. */
export interface FormerMention extends Record<string, unknown> {
  readonly answerId: AnswerId;
  readonly brandId: BrandId;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

export interface ReplacedFindings {
  readonly answerIds: readonly AnswerId[];
  readonly mentions: readonly FormerMention[];
}

/**
 * Puts another reading in place of an answer's own. By what contract it was asked, what it cost and what was charged are
 * facts of the ask, and stay. Returns the mentions that stood there.
 */
export async function replaceFindings(
  tx: TenantTransaction,
  read: ReadonlyMap<AnswerId, AnswerReading>,
): Promise<ReplacedFindings> {
  const answerIds = [...read.keys()];
  if (answerIds.length === 0) return { answerIds, mentions: [] };
  const { orgId } = requireContext();
  const rows = [...read].map(([id, { found }]) => findingRows(orgId, id, found));
  const here = sql`org_id = ${orgId} and answer_id = any(${sql.param(answerIds)}::uuid[])`;
  // Sent together, run in this order.
  const [former] = await Promise.all([
    tx.execute<FormerMention>(
      sql`delete from tracking.mention where ${here} returning answer_id as "answerId", brand_id as "brandId", spans`,
    ),
    tx.execute(sql`delete from tracking.ambiguous_mention where ${here}`),
    tx.execute(sql`delete from tracking.citation where ${here}`),
    tx.execute(updateAnswers(orgId, read)),
    tx.execute(
      insertRows(
        sql`tracking.mention`,
        rows.flatMap((each) => each.mentions),
      ),
    ),
    tx.execute(
      insertRows(
        sql`tracking.ambiguous_mention`,
        rows.flatMap((each) => each.ambiguous),
      ),
    ),
    tx.execute(
      insertRows(
        sql`tracking.citation`,
        rows.flatMap((each) => each.citations),
      ),
    ),
  ]);
  return { answerIds, mentions: former.rows };
}

function updateAnswers(orgId: string, read: ReadonlyMap<AnswerId, AnswerReading>): SQL {
  const answers = [...read].map(([id, { parsed, found }]) => ({
    id,
    state: parsed.state,
    text: parsed.text,
    model_served: parsed.modelServed,
    search_triggered: parsed.searchTriggered,
    search_queries: parsed.searchQueries,
    finish: parsed.finish,
    extractor_version: found.extractorVersion,
    brand_set_version: found.brandSetVersion,
    controls: found.controls,
  }));
  return sql`
    update tracking.answer w set state = n.state, text = n.text, model_served = n.model_served,
      search = to_tsvector('simple', left(n.text, ${SEARCHED_CHARACTERS}::int)), search_triggered = n.search_triggered,
      search_queries = n.search_queries, finish = n.finish, extractor_version = n.extractor_version,
      brand_set_version = n.brand_set_version, controls = n.controls
    from jsonb_populate_recordset(null::tracking.answer, ${JSON.stringify(answers)}::jsonb) n
    where w.org_id = ${orgId} and w.id = n.id`;
}

function insertRows(table: SQL, rows: readonly object[]): SQL {
  return sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)`;
}
