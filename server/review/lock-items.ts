import { and, asc, eq } from "drizzle-orm";
import { reviewItem } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { ReviewItemId } from "@/server/kernel/id";

export type ItemRow = typeof reviewItem.$inferSelect;

/**
 * The item, and all items of its answer: whoever decides or undoes waits here for whoever does so about the same answer.
 * Null: no such item. Ids are locked in their order, so that two of them never wait for each other.
 */
export async function lockItems(
  tx: TenantTransaction,
  itemId: ReviewItemId,
): Promise<{ item: ItemRow; ofAnswer: ItemRow[] } | null> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ answerId: reviewItem.answerId })
    .from(reviewItem)
    .where(and(eq(reviewItem.orgId, orgId), eq(reviewItem.id, itemId)));
  if (!found) return null;
  const ofAnswer = await tx
    .select()
    .from(reviewItem)
    .where(and(eq(reviewItem.orgId, orgId), eq(reviewItem.answerId, found.answerId)))
    .orderBy(asc(reviewItem.id))
    .for("no key update");
  const item = ofAnswer.find(({ id }) => id === itemId);
  return item ? { item, ofAnswer } : null;
}

/** The same question of the same draw, on the other seat. */
export function otherSeat(item: ItemRow, ofAnswer: readonly ItemRow[]): ItemRow | undefined {
  return ofAnswer.find(
    (each) =>
      each.seat !== item.seat &&
      each.brandId === item.brandId &&
      each.question === item.question &&
      each.reason === item.reason,
  );
}
