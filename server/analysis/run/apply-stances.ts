import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId } from "@/server/kernel/id";
import { stanceTask } from "../tasks/stance";

/** From this confidence on a model's stance stands in the place of the rules' one. */
const COUNTS_FROM = 0.6;

/**
 * Puts the stances on record that the model is sure of in the place of what the rules aren't sure of, as
 * `<model>@<version of the prompt>`. Where the two contradict each other and nobody could settle it, the rules' one stands
 * with as little confidence as a person should see. What a person decided stays. Again: changes nothing. Returns how many
 * mentions are spoken of in another way than before.
 */
export async function applyStances(tx: TenantTransaction, answerIds: readonly AnswerId[]): Promise<number> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ changed: number }>(sql`
    with taken as (
      delete from tracking.mention m using insight.judgement j
      where m.org_id = ${orgId} and m.answer_id = any(${sql.param([...answerIds])}::uuid[])
        and j.org_id = m.org_id and j.answer_id = m.answer_id and j.brand_id = m.brand_id
        and j.task = ${stanceTask.id} and j.prompt_version = ${stanceTask.prompt.version} and j.finding is not null
        and m.judged_by is null
        and (m.stance is null or (m.stance_by like 'rules@%' and m.stance_confidence < ${stanceTask.sureFrom}::real))
        and ((j.why in ('model', 'model_decided') and j.confidence >= ${COUNTS_FROM}::real)
          or (j.why = 'undecided' and m.stance is not null and m.stance_confidence > j.confidence))
        and not exists (select from tracking.review_item i where i.org_id = m.org_id and i.answer_id = m.answer_id
          and i.brand_id = m.brand_id and i.state = 'decided')
      returning m.stance as held, to_jsonb(m) || case when j.why = 'undecided'
        then jsonb_build_object('stance_confidence', j.confidence)
        else jsonb_build_object('stance', j.finding ->> 'stance', 'stance_confidence', j.confidence,
          'stance_by', j.judge || '@' || j.prompt_version) end as mention
    ), put as (
      insert into tracking.mention
      select n.* from taken t, jsonb_populate_record(null::tracking.mention, t.mention) n
      returning 1
    )
    select count(*) filter (where held is distinct from mention ->> 'stance')::int as changed from taken`);
  return rows[0]?.changed ?? 0;
}
