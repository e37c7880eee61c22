import { and, count, eq, inArray } from "drizzle-orm";
import { brand, goldExample, reviewItem } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { actorLabel, mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import type { BrandId, ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { checkVerdict } from "./check-verdict";
import { DecideItemInput } from "./contract";
import { brandsOf, decidedFact } from "./decided-fact";
import { type Fact, factOf, readFact, writeFact } from "./fact-rows";
import { itemClaims } from "./item-claims";
import { type ItemRow, lockItems, otherSeat } from "./lock-items";
import { markRun } from "./mark-run";

/**
 * Decides a claimed item: the fact becomes what the verdict says, and its run is measured again soon. Of several decisions
 * about one fact the latest stands. Refused: a claim that somebody else has by now, both halves of what two people shall
 * decide, a verdict that doesn't answer the question.
 */
export async function decideItem(input: DecideItemInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("review answers"));
  const parsed = parseInput(DecideItemInput, input);
  if (!parsed.ok) return parsed;
  const { itemId, token, ...said } = parsed.value;
  return withTenant<void>(async (tx) => {
    const locked = await lockItems(tx, itemId);
    if (!locked) return err(notFound("review item"));
    const { item, ofAnswer } = locked;
    if (!(await areOfProject(tx, item.projectId, said.brandIds))) return err(notFound("brand"));
    const refusal = checkVerdict(item, said) ?? refuseBothSeats(item, ofAnswer);
    if (refusal) return err(refusal);
    if (!(await itemClaims.complete(tx, itemId, token, "decided"))) return err(lostClaim());
    const all = await readFact(tx, item.answerId);
    const after = decidedFact(all, { ...item, ...said });
    if (!after) return err(new AppError("conflict", "This brand is no mention of the answer any more."));
    const brandIds = brandsOf({ brandId: item.brandId, brandIds: said.brandIds });
    const fact = { before: factOf(all, brandIds), after: factOf(after, brandIds) };
    await writeFact(tx, item.answerId, brandIds, fact.after);
    await keepDecision(
      tx,
      item,
      said,
      fact,
      1 + Math.max(0, ...ofAnswer.map((each) => each.decidedOrder ?? 0)),
    );
    await markRun(tx, item.answerId);
    await recordAudit(tx, {
      action: "review.decide",
      subjectType: "review_item",
      subjectId: itemId,
      before: inShort(fact.before),
      after: inShort(fact.after),
      detail: { answerId: item.answerId, question: item.question, verdict: said.verdict, gold: said.gold },
    });
    return ok(undefined);
  });
}

/** What an audit row says of a fact: how many of the brands in question are named, and how they are spoken of. */
export function inShort({ mentions }: Fact): { named: number; stances: string[] } {
  const stances = mentions.flatMap(({ stance }) => (stance === null ? [] : [stance]));
  return { named: mentions.length, stances: stances.toSorted() };
}

function lostClaim(): AppError {
  return new AppError(
    "lease_lost",
    "Your ten minutes for this item were over, and somebody else has it by now. Nothing was changed.",
  );
}

function refuseBothSeats(item: ItemRow, ofAnswer: readonly ItemRow[]): AppError | undefined {
  const other = otherSeat(item, ofAnswer);
  if (other?.decidedBy !== actorLabel(requireContext().actor)) return undefined;
  return new AppError("conflict", "Two people shall decide this, and you are one of them already.");
}

async function areOfProject(tx: TenantTransaction, projectId: ProjectId, brandIds: readonly BrandId[]) {
  const wanted = [...new Set(brandIds)];
  if (wanted.length === 0) return true;
  const [found] = await tx
    .select({ brands: count() })
    .from(brand)
    .where(
      and(eq(brand.orgId, requireContext().orgId), eq(brand.projectId, projectId), inArray(brand.id, wanted)),
    );
  return found?.brands === wanted.length;
}

interface Said {
  readonly verdict: string;
  readonly brandIds: readonly BrandId[];
  readonly note?: string | undefined;
  readonly gold: boolean;
}

async function keepDecision(
  tx: TenantTransaction,
  item: ItemRow,
  { verdict, brandIds, note, gold }: Said,
  fact: { before: Fact; after: Fact },
  decidedOrder: number,
): Promise<void> {
  const { orgId, actor } = requireContext();
  const by = actorLabel(actor);
  await tx
    .update(reviewItem)
    .set({
      verdict,
      verdictBrands: brandIds,
      note: note || null,
      decidedBy: by,
      decidedAt: new Date(),
      decidedOrder,
      factBefore: fact.before,
      factAfter: fact.after,
    })
    .where(and(eq(reviewItem.orgId, orgId), eq(reviewItem.id, item.id)));
  if (!gold) return;
  const { answerId, brandId, question } = item;
  await tx.insert(goldExample).values({
    orgId,
    itemId: item.id,
    answerId,
    brandId,
    question,
    verdict,
    verdictBrands: brandIds,
    addedBy: by,
  });
}
