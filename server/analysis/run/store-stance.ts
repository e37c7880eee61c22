import { sql } from "drizzle-orm";
import { statement } from "@/db/statement";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { ok, type Result } from "@/server/kernel/result";
import type { Judgement } from "../judgement";
import { type StanceFinding, stanceTask } from "../tasks/stance";
import { applyStances } from "./apply-stances";
import type { StanceQuestion } from "./read-stance-questions";

const keep = statement<{ readonly kept: number }>(
  "store_stance",
  `insert into insight.judgement (org_id, answer_id, brand_id, task, prompt_version, judge, finding, confidence, why)
   values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) on conflict do nothing returning 1 as kept`,
);

/**
 * Keeps what was held of a stance, and puts it in the place of the rules' one where it counts. Says whether the brand is
 * spoken of in another way than before. What a person decided stays, also while this runs. A second call changes nothing.
 */
export async function storeStance(
  { answerId, brandId }: StanceQuestion,
  { value, judge, confidence, why }: Judgement<StanceFinding>,
): Promise<Result<{ changed: boolean }>> {
  const { orgId } = requireContext();
  const { id, prompt } = stanceTask;
  return withTenant(async (tx) => {
    // As whoever decides does: a decision about this answer that is under way is seen, or comes after this.
    await tx.execute(sql`select from tracking.review_item where org_id = ${orgId} and answer_id = ${answerId}
      order by id for no key update`);
    const finding = value && JSON.stringify(value);
    const { rows } = await keep(tx, [
      orgId,
      answerId,
      brandId,
      id,
      prompt.version,
      judge,
      finding,
      confidence,
      why,
    ]);
    if (rows.length === 0) return ok({ changed: false });
    return ok({ changed: (await applyStances(tx, [answerId])) > 0 });
  });
}
