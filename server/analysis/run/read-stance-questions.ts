import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import type { Span, Stance } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId, BrandId } from "@/server/kernel/id";
import type { Opinion } from "../define-task";
import { type StanceFinding, stanceTask } from "../tasks/stance";

/** A mention whose stance the rules aren't sure of, or have none for. */
export interface StanceQuestion {
  readonly answerId: AnswerId;
  readonly brandId: BrandId;
  readonly brand: string;
  readonly prompt: string;
  readonly text: string;
  /** Where the brand is named. */
  readonly spans: readonly Span[];
  /** What the rules hold; null: it became a mention after them. */
  readonly rules: Opinion<StanceFinding> | null;
}

interface Row extends Record<string, unknown>, Omit<StanceQuestion, "rules"> {
  readonly stance: Stance | null;
  readonly confidence: number | null;
  readonly by: string | null;
}

/**
 * The mentions of these answers whose stance is open: by rules that aren't sure, or by nobody; not judged by this version of
 * the prompt; and nobody decided about the brand in this answer, in whichever way.
 */
export async function readStanceQuestions(
  tx: TenantTransaction,
  answerIds: readonly AnswerId[],
): Promise<StanceQuestion[]> {
  if (answerIds.length === 0) return [];
  const { rows } = await tx.execute<Row>(sql`
    select m.answer_id as "answerId", m.brand_id as "brandId", b.name as brand, p.text as prompt, a.text, m.spans,
      m.stance, m.stance_confidence as confidence, m.stance_by as by
    from tracking.mention m
    join tracking.answer a on a.org_id = m.org_id and a.id = m.answer_id
    join tracking.prompt p on p.org_id = a.org_id and p.id = a.prompt_id
    join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id and b.archived_at is null
    where m.org_id = ${requireContext().orgId} and m.answer_id = any(${sql.param([...answerIds])}::uuid[])
      and m.judged_by is null and jsonb_array_length(m.spans) > 0
      and (m.stance is null or (m.stance_by like 'rules@%' and m.stance_confidence < ${stanceTask.sureFrom}::real))
      and not exists (select from insight.judgement j where j.org_id = m.org_id and j.answer_id = m.answer_id
        and j.brand_id = m.brand_id and j.task = ${stanceTask.id} and j.prompt_version = ${stanceTask.prompt.version})
      and not exists (select from tracking.review_item i where i.org_id = m.org_id and i.answer_id = m.answer_id
        and i.brand_id = m.brand_id and i.state = 'decided')
    order by m.answer_id, m.brand_id`);
  return rows.map(({ stance, confidence, by, ...mention }) => ({
    ...mention,
    rules: rulesOf(stance, confidence, by),
  }));
}

function rulesOf(
  stance: Stance | null,
  confidence: number | null,
  by: string | null,
): StanceQuestion["rules"] {
  if (stance === null || confidence === null || by === null) return null;
  return { value: { stance, quote: "" }, confidence, judge: by };
}
