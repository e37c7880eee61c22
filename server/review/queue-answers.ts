import { type SQL, sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { newId, type ProjectId } from "@/server/kernel/id";
import type { ReviewSetting } from "./contract";

/** Open items below the threshold that a project has at most: the least sure first, and more as these are decided. */
const MOST_OPEN = 500;

interface Wanted extends Record<string, unknown> {
  readonly answerId: string;
}

/**
 * Queues what is to be reviewed of some answers: facts below the threshold, and of a share of the answers, drawn by the
 * answer's and the project's ids, each mention and what may have been missed, for two people each. The same answers again
 * add nothing: an answer is drawn once, before anybody decided about it. Returns how many items are new.
 */
export async function queueAnswers(
  tx: TenantTransaction,
  projectId: ProjectId,
  { confidence, share }: ReviewSetting,
  answers: SQL,
): Promise<number> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<Wanted>(sql`
    with seen as (${answers}),
    unsure as (
      select s.id as answer_id, u.brand_id, 'named' as question, u.confidence as held, 'undecided' as named,
        null::text as stance, u.spans, u.extractor_version
      from seen s join tracking.ambiguous_mention u on u.org_id = ${orgId} and u.answer_id = s.id
      where not exists (select from tracking.mention m
        where m.org_id = ${orgId} and m.answer_id = u.answer_id and m.brand_id = u.brand_id)
      union all
      select s.id, m.brand_id, 'named', m.confidence, 'named', m.stance, m.spans, s.extractor_version
      from seen s join tracking.mention m on m.org_id = ${orgId} and m.answer_id = s.id
      where m.confidence < ${confidence} and m.judged_by is null
      union all
      select s.id, m.brand_id, 'stance', m.stance_confidence, 'named', m.stance, m.spans, s.extractor_version
      from seen s join tracking.mention m on m.org_id = ${orgId} and m.answer_id = s.id
      where m.stance_confidence < ${confidence} and m.stance_by <> 'human'
    ),
    below as (
      select u.* from unsure u
      where not exists (select from tracking.review_item i where i.org_id = ${orgId} and i.answer_id = u.answer_id
        and i.brand_id = u.brand_id and i.question = u.question and i.reason = 'threshold')
      order by held, answer_id, brand_id, question
      limit greatest(0, ${MOST_OPEN} - (select count(*) from tracking.review_item i
        where i.org_id = ${orgId} and i.project_id = ${projectId} and i.reason = 'threshold' and i.state <> 'decided'))
    ),
    drawn as (
      select * from seen
      where ('x' || left(md5(${projectId}::text || id::text), 8))::bit(32)::bigint < ${share}::float8 * 4294967296
        and not exists (select from tracking.review_item i
          where i.org_id = ${orgId} and i.answer_id = seen.id and (i.reason = 'sample' or i.state = 'decided'))
    )
    select answer_id as "answerId", brand_id as "brandId", question, 'threshold' as reason, 1 as seat, held as "heldConfidence",
      named as "heldNamed", stance as "heldStance", spans, extractor_version as "extractorVersion"
    from below
    union all
    select d.id, m.brand_id, 'named', 'sample', seat, m.confidence, 'named', m.stance, m.spans, d.extractor_version
    from drawn d join tracking.mention m on m.org_id = ${orgId} and m.answer_id = d.id,
      generate_series(1, 2) seat
    union all
    select d.id, null, 'missed', 'sample', seat, 0, 'missing', null, '[]'::jsonb, d.extractor_version
    from drawn d, generate_series(1, 2) seat`);
  if (rows.length === 0) return 0;
  const items = rows.map((row) => ({ id: newId<string>(), ...row }));
  const { rows: added } = await tx.execute(sql`
    insert into tracking.review_item (org_id, project_id, id, answer_id, brand_id, question, reason, seat, held_confidence,
      held_named, held_stance, spans, extractor_version)
    select ${orgId}, ${projectId}, i.id, i."answerId", i."brandId", i.question, i.reason, i.seat, i."heldConfidence",
      i."heldNamed", i."heldStance", i.spans, i."extractorVersion"
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i(id uuid, "answerId" uuid, "brandId" uuid, question text,
      reason text, seat int, "heldConfidence" real, "heldNamed" text, "heldStance" text, spans jsonb, "extractorVersion" text)
    on conflict do nothing returning id`);
  return added.length;
}
