import { statement } from "@/db/statement";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { ok, type Result } from "@/server/kernel/result";
import type { Judgement } from "../judgement";
import { disambiguationTask } from "../tasks/disambiguation";
import type { PlacedMeaning } from "./judge-meaning";
import type { Question } from "./read-questions";

/** From this confidence on a word that means the brand is a mention of it; below, it stays for a person to look at. */
export const COUNTS_FROM = 0.6;

interface Stored {
  readonly judged: number;
  readonly named: number;
}

// The mention stands or falls with the judgement that made it: whoever comes second writes neither.
const storeBoth = statement<Stored>(
  "store_meaning",
  `with judged as (
     insert into insight.judgement (org_id, answer_id, brand_id, task, prompt_version, judge, finding, confidence, why)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) on conflict do nothing returning org_id, answer_id, brand_id
   ), named as (
     insert into tracking.mention (org_id, answer_id, brand_id, spans, naming_order, rank, confidence)
     select j.org_id, j.answer_id, j.brand_id, $10::jsonb,
       1 + (select count(*) from tracking.mention m where m.org_id = j.org_id and m.answer_id = j.answer_id
            and (m.spans -> 0 ->> 'start')::int < ($10::jsonb -> 0 ->> 'start')::int),
       null, $8
     from judged j where $11
       and not exists (select from tracking.review_item i where i.org_id = j.org_id and i.answer_id = j.answer_id
         and i.brand_id = j.brand_id and i.state = 'decided')
     on conflict do nothing returning 1
   )
   select (select count(*)::int from judged) as judged, (select count(*)::int from named) as named`,
);

/**
 * Keeps what was held of a question, and makes it a mention where the word means the brand. Says whether the answer has a
 * mention more. What a person decided stays. A second call changes nothing.
 */
export async function storeMeaning(
  { answerId, brandId }: Question,
  { value, judge, confidence, why }: Judgement<PlacedMeaning>,
): Promise<Result<{ changed: boolean }>> {
  const { id, prompt } = disambiguationTask;
  const { spans, ...finding } = value ?? { spans: [] };
  const means = value?.meaning === "brand" && confidence >= COUNTS_FROM && spans.length > 0;
  return withTenant(async (tx) => {
    const { rows } = await storeBoth(tx, [
      requireContext().orgId,
      answerId,
      brandId,
      id,
      prompt.version,
      judge,
      value && JSON.stringify(finding),
      confidence,
      why,
      JSON.stringify(spans),
      means,
    ]);
    return ok({ changed: rows[0]?.named === 1 });
  });
}
