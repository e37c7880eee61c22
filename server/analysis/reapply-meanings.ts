import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import type { Span } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId, BrandId } from "@/server/kernel/id";
import { applyStances } from "./run/apply-stances";
import { COUNTS_FROM } from "./run/store-meaning";
import { disambiguationTask } from "./tasks/disambiguation";

/** Answers whose facts were replaced by another reading, and the mentions that stood there before. */
export interface Reread {
  readonly answerIds: readonly AnswerId[];
  readonly mentions: readonly {
    readonly answerId: AnswerId;
    readonly brandId: BrandId;
    readonly spans: readonly Span[];
  }[];
}

/**
 * Makes mentions again of what the analysis model held to be the brand and the new reading leaves open again: at the place
 * that it was asked about where that is still one of the open places, so that nobody pays for the same judgement twice. Then
 * puts the stances on record that the new reading's rules aren't sure of in their place.
 */
export async function reapplyMeanings(tx: TenantTransaction, { answerIds, mentions }: Reread): Promise<void> {
  if (answerIds.length === 0) return;
  await tx.execute(sql`
    insert into tracking.mention (org_id, answer_id, brand_id, spans, naming_order, rank, confidence)
    select u.org_id, u.answer_id, u.brand_id, s.spans,
      1 + (select count(*) from tracking.mention m where m.org_id = u.org_id and m.answer_id = u.answer_id
           and (m.spans -> 0 ->> 'start')::int < (s.spans -> 0 ->> 'start')::int),
      null, j.confidence
    from tracking.ambiguous_mention u
    join lateral (
      select finding, confidence from insight.judgement
      where org_id = u.org_id and answer_id = u.answer_id and brand_id = u.brand_id and task = ${disambiguationTask.id}
      order by judged_at desc limit 1) j on j.finding ->> 'meaning' = 'brand' and j.confidence >= ${COUNTS_FROM}::real
    left join jsonb_to_recordset(${JSON.stringify(mentions)}::jsonb) f ("answerId" uuid, "brandId" uuid, spans jsonb)
      on f."answerId" = u.answer_id and f."brandId" = u.brand_id and u.spans @> f.spans and f.spans <> '[]'
    cross join lateral (select coalesce(f.spans, u.spans) as spans) s
    where u.org_id = ${requireContext().orgId} and u.answer_id = any(${sql.param([...answerIds])}::uuid[])
    on conflict do nothing`);
  await applyStances(tx, answerIds);
}
