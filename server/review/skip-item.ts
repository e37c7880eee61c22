import { sql } from "drizzle-orm";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { actorLabel, mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { SkipItemInput } from "./contract";
import { itemClaims } from "./item-claims";
import { lockItems } from "./lock-items";

/** Gives a claimed item back to the queue: others get it, this person only when they ask for it by its id. */
export async function skipItem(input: SkipItemInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("review answers"));
  const parsed = parseInput(SkipItemInput, input);
  if (!parsed.ok) return parsed;
  const { itemId, token } = parsed.value;
  return withTenant<void>(async (tx) => {
    if (!(await lockItems(tx, itemId))) return err(notFound("review item"));
    if (!(await itemClaims.giveBack(tx, itemId, token, true)))
      return err(new AppError("lease_lost", "You don’t hold this item any more. Nothing was changed."));
    const { orgId, actor } = requireContext();
    await tx.execute(sql`update tracking.review_item
      set claimed_by = null, skipped_by = array_append(array_remove(skipped_by, ${actorLabel(actor)}), ${actorLabel(actor)})
      where org_id = ${orgId} and id = ${itemId}`);
    await recordAudit(tx, { action: "review.skip", subjectType: "review_item", subjectId: itemId });
    return ok(undefined);
  });
}
