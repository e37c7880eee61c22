import { and, asc, eq, inArray } from "drizzle-orm";
import { reviewItem } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId } from "@/server/kernel/id";
import { Verdict } from "./contract";
import { brandsOf, type Decision, decidedFact } from "./decided-fact";
import { type Fact, factIn, factOf, readFact, writeFact } from "./fact-rows";
import type { ItemRow } from "./lock-items";

/** All items of these answers: whoever decides or undoes waits until the transaction ends. Returns what was decided. */
export async function lockDecisions(
  tx: TenantTransaction,
  answerIds: readonly AnswerId[],
): Promise<ItemRow[]> {
  const items = await tx
    .select()
    .from(reviewItem)
    .where(and(eq(reviewItem.orgId, requireContext().orgId), inArray(reviewItem.answerId, [...answerIds])))
    .orderBy(asc(reviewItem.id))
    .for("no key update");
  return items.filter(({ state }) => state === "decided");
}

/**
 * Decides again, in the order in which people did, about answers whose facts were replaced by another reading: what they
 * said stays, on top of what is read now, and an undo gives the new reading. The caller has the lock of `lockDecisions`.
 * `moved`: answers whose text isn't the one that they saw, so that no place in it is known.
 */
export async function reapplyDecisions(
  tx: TenantTransaction,
  decided: readonly ItemRow[],
  moved: ReadonlySet<AnswerId>,
): Promise<void> {
  const inOrder = decided.toSorted((a, b) => (a.decidedOrder ?? 0) - (b.decidedOrder ?? 0));
  for (const item of inOrder) {
    const { orgId, answerId, brandId, verdictBrands } = item;
    const brandIds = brandsOf({ brandId, brandIds: verdictBrands ?? [] });
    const all = await readFact(tx, answerId);
    const decision: Decision = {
      orgId,
      answerId,
      brandId,
      verdict: Verdict.parse(item.verdict),
      brandIds: verdictBrands ?? [],
      spans: moved.has(answerId) ? [] : item.spans,
    };
    const after = factOf(decidedFact(all, decision) ?? asDecided(all, item), brandIds);
    await writeFact(tx, answerId, brandIds, after);
    await tx
      .update(reviewItem)
      .set({ factBefore: factOf(all, brandIds), factAfter: after })
      .where(and(eq(reviewItem.orgId, orgId), eq(reviewItem.id, item.id)));
  }
}

/** Somebody said how the answer speaks of a brand that is no mention in the new reading: who says that saw it named. */
function asDecided(all: Fact, { factAfter, brandId }: ItemRow): Fact {
  const kept = factAfter ? factIn(factAfter).mentions.filter((row) => row.brand_id === brandId) : [];
  return { ...all, mentions: [...all.mentions, ...kept] };
}
