import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { goldExample, reviewItem } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import type { ReviewItemId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { UndoDecisionInput } from "./contract";
import { inShort } from "./decide-item";
import { brandsOf } from "./decided-fact";
import { factIn, factOf, readFact, writeFact } from "./fact-rows";
import { type ItemRow, lockItems } from "./lock-items";
import { markRun } from "./mark-run";

/**
 * Takes a decision back: the fact's rows are again exactly those that it found, its gold example is gone, and the item waits
 * again. Refused in words once somebody decided about the same brand again, or the fact was changed by other means.
 */
export async function undoDecision(input: UndoDecisionInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("undo a decision"));
  const parsed = parseInput(UndoDecisionInput, input);
  if (!parsed.ok) return parsed;
  const { itemId } = parsed.value;
  return withTenant<void>(async (tx) => {
    const locked = await lockItems(tx, itemId);
    if (!locked) return err(notFound("review item"));
    const { item, ofAnswer } = locked;
    const { state, factBefore, factAfter } = item;
    if (state !== "decided" || !factBefore || !factAfter)
      return err(new AppError("conflict", "Nobody has decided this item: there is nothing to undo."));
    const brandIds = touched(item);
    if (ofAnswer.some((each) => isLater(each, item) && touched(each).some((id) => brandIds.includes(id))))
      return err(
        new AppError("conflict", "Somebody decided about this brand again since. Undo their decision first."),
      );
    const [before, after] = [factIn(factBefore), factIn(factAfter)];
    const standing = factOf(await readFact(tx, item.answerId), brandIds);
    if (!isDeepStrictEqual(standing, after))
      return err(
        new AppError(
          "conflict",
          "This fact was changed since by other means than a review. It stays as it is.",
        ),
      );
    await writeFact(tx, item.answerId, brandIds, before);
    await reopen(tx, itemId);
    await markRun(tx, item.answerId);
    await recordAudit(tx, {
      action: "review.undo",
      subjectType: "review_item",
      subjectId: itemId,
      before: inShort(after),
      after: inShort(before),
      detail: { answerId: item.answerId, question: item.question, verdict: item.verdict },
    });
    return ok(undefined);
  });
}

function touched({ brandId, verdictBrands }: ItemRow) {
  return brandsOf({ brandId, brandIds: verdictBrands ?? [] });
}

function isLater(each: ItemRow, { decidedOrder }: ItemRow): boolean {
  return each.state === "decided" && (each.decidedOrder ?? 0) > (decidedOrder ?? 0);
}

async function reopen(tx: TenantTransaction, itemId: ReviewItemId): Promise<void> {
  const { orgId } = requireContext();
  await tx.delete(goldExample).where(and(eq(goldExample.orgId, orgId), eq(goldExample.itemId, itemId)));
  const cleared = {
    claimedBy: null,
    verdict: null,
    verdictBrands: null,
    note: null,
    decidedBy: null,
    decidedAt: null,
    decidedOrder: null,
    factBefore: null,
    factAfter: null,
  };
  await tx
    .update(reviewItem)
    .set({ state: "open", ...cleared })
    .where(and(eq(reviewItem.orgId, orgId), eq(reviewItem.id, itemId)));
}
