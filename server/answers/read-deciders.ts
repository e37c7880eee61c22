import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { actorLabel, requireContext } from "@/server/kernel/context";
import type { AnswerId, BrandId } from "@/server/kernel/id";
import type { FactDecider } from "./contract";

type Row = Record<string, unknown> & { readonly brandId: BrandId } & FactDecider;

/**
 * Who, beside the rules, decided about the brands of an answer: the model that made a name a mention, the one whose stance
 * stands (of each the latest), and every person whose decision stands, the earliest first.
 */
export async function readDeciders(
  tx: TenantTransaction,
  answerId: AnswerId,
): Promise<ReadonlyMap<BrandId, readonly FactDecider[]>> {
  const { orgId, actor } = requireContext();
  const { rows } = await tx.execute<Row>(sql`
    select j.brand_id as "brandId", 'model' as kind, case j.task when 'stance' then 'stance' else 'named' end as fact,
      j.judge as model, j.prompt_version as "promptVersion", j.confidence, null as mine, null as name, null as note,
      to_char(j.judged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from insight.judgement j
    join tracking.mention m on m.org_id = j.org_id and m.answer_id = j.answer_id and m.brand_id = j.brand_id
    where j.org_id = ${orgId} and j.answer_id = ${answerId} and j.why in ('model', 'model_decided')
      and ((j.task = 'stance' and m.stance_by = j.judge || '@' || j.prompt_version)
        or (j.task = 'disambiguation' and j.finding ->> 'meaning' = 'brand' and m.judged_by is null
          and m.confidence = j.confidence))
    union all
    select b.id, 'person', case when i.question = 'stance' and i.verdict not in ('no', 'other') then 'stance' else 'named' end,
      null, null, null, i.decided_by = ${actorLabel(actor)}, u.name, i.note,
      to_char(i.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
    from tracking.review_item i
    join tracking.brand b on b.org_id = i.org_id and (b.id = i.brand_id or i.verdict_brands ? b.id::text)
    left join identity."user" u on i.decided_by = 'user:' || u.id::text
    where i.org_id = ${orgId} and i.answer_id = ${answerId} and i.state = 'decided' and i.decided_at is not null
    order by at, kind, fact`);
  const deciders = new Map<BrandId, FactDecider[]>();
  for (const { brandId, ...decider } of rows)
    deciders.set(brandId, [...(deciders.get(brandId) ?? []), decider]);
  return deciders;
}
