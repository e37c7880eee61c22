import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { actorLabel, requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { type DecisionDto, ReviewProjectInput, type ReviewQueueDto, type ReviewReason } from "./contract";
import { readSetting } from "./read-setting";

const LATEST = 20;
const NONE = { waiting: 0, mine: 0, decided: 0 };

/** How much there is to review, and what was decided last; for every role. */
export async function getReviewQueue(input: ReviewProjectInput): Promise<Result<ReviewQueueDto>> {
  const parsed = parseInput(ReviewProjectInput, input);
  if (!parsed.ok) return parsed;
  const { projectId } = parsed.value;
  return withTenant<ReviewQueueDto>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    return ok({
      setting: await readSetting(tx, projectId),
      counts: await readCounts(tx, projectId),
      latest: await readLatest(tx, projectId),
    });
  });
}

interface CountRow extends Record<string, unknown> {
  readonly reason: ReviewReason;
  readonly waiting: number;
  readonly mine: number;
  readonly decided: number;
}

async function readCounts(tx: TenantTransaction, projectId: ProjectId): Promise<ReviewQueueDto["counts"]> {
  const { orgId, actor } = requireContext();
  const me = actorLabel(actor);
  const { rows } = await tx.execute<CountRow>(sql`
    select i.reason, count(*) filter (where i.state <> 'decided')::int as waiting,
      count(*) filter (where i.state = 'decided')::int as decided,
      count(distinct (i.answer_id, i.brand_id, i.question)) filter (
        where (i.state = 'open' or (i.state = 'claimed' and (i.claimed_by = ${me} or i.lease_until < clock_timestamp())))
        and not i.skipped_by @> array[${me}::text]
        and not exists (select from tracking.review_item o
          where o.org_id = i.org_id and o.answer_id = i.answer_id and o.brand_id is not distinct from i.brand_id
            and o.question = i.question and o.reason = i.reason and o.seat <> i.seat
            and (o.decided_by = ${me} or o.skipped_by @> array[${me}::text])))::int as mine
    from tracking.review_item i where i.org_id = ${orgId} and i.project_id = ${projectId} group by 1`);
  const of = (reason: ReviewReason) => {
    const { waiting, mine, decided } = rows.find((row) => row.reason === reason) ?? NONE;
    return { waiting, mine, decided };
  };
  return { threshold: of("threshold"), sample: of("sample") };
}

interface DecisionRow extends Record<string, unknown>, DecisionDto {}

async function readLatest(tx: TenantTransaction, projectId: ProjectId): Promise<DecisionDto[]> {
  const { orgId, actor } = requireContext();
  const { rows } = await tx.execute<DecisionRow>(sql`
    select i.id as "itemId", i.answer_id as "answerId", i.question, b.name as brand, i.verdict, i.note,
      i.decided_by = ${actorLabel(actor)} as mine, i.decided_at as "decidedAt",
      coalesce((select jsonb_agg(n.name order by n.name) from tracking.brand n
        where n.org_id = i.org_id and i.verdict_brands ? n.id::text), '[]') as "verdictBrands"
    from tracking.review_item i left join tracking.brand b on b.org_id = i.org_id and b.id = i.brand_id
    where i.org_id = ${orgId} and i.project_id = ${projectId} and i.state = 'decided'
    order by i.decided_at desc, i.id desc limit ${LATEST}`);
  return rows.map((row) => ({ ...row, decidedAt: new Date(row.decidedAt).toISOString() }));
}
