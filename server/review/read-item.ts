import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import type { ReviewItemId } from "@/server/kernel/id";
import type { ClaimedItemDto } from "./contract";

interface Row extends Record<string, unknown> {
  readonly item: Omit<ClaimedItemDto, "observedAt" | "token">;
  readonly observedAt: string;
}

/**
 * What the holder of an item sees. For what was drawn, which brands were found is as it was when it was drawn: the items of
 * the draw say so, and the first reviewer's decision doesn't show.
 */
export async function readItem(
  tx: TenantTransaction,
  itemId: ReviewItemId,
  token: string,
): Promise<ClaimedItemDto> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<Row>(sql`
    select a.observed_at as "observedAt", jsonb_build_object(
      'itemId', i.id, 'question', i.question, 'reason', i.reason, 'answerId', a.id,
      'brand', case when b.id is null then null else jsonb_build_object('brandId', b.id, 'name', b.name) end,
      'held', jsonb_build_object('named', i.held_named, 'stance', i.held_stance, 'confidence', i.held_confidence),
      'prompt', p.text, 'engine', a.engine_id, 'text', a.text, 'spans', i.spans,
      'brands', (select coalesce(jsonb_agg(jsonb_build_object('brandId', each.id, 'name', each.name, 'found',
          case when i.reason = 'sample' then exists (select from tracking.review_item d where d.org_id = i.org_id
              and d.answer_id = i.answer_id and d.brand_id = each.id and d.reason = 'sample' and d.seat = i.seat)
            else exists (select from tracking.mention m where m.org_id = i.org_id and m.answer_id = i.answer_id
              and m.brand_id = each.id) end) order by each.kind, each.name, each.id), '[]')
        from tracking.brand each where each.org_id = i.org_id and each.project_id = i.project_id
          and each.archived_at is null)) as item
    from tracking.review_item i
    join tracking.answer a on a.org_id = i.org_id and a.id = i.answer_id
    join tracking.prompt p on p.org_id = a.org_id and p.id = a.prompt_id
    left join tracking.brand b on b.org_id = i.org_id and b.id = i.brand_id
    where i.org_id = ${orgId} and i.id = ${itemId}`);
  const [row] = rows;
  if (!row) throw new Error("a claimed item without its answer");
  const { item } = row;
  const engine = findEngine(item.engine)?.label ?? item.engine;
  return { ...item, engine, token, observedAt: new Date(row.observedAt).toISOString() };
}
