import { and, eq, type SQL, sql } from "drizzle-orm";
import { reviewItem } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { actorLabel, mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import type { ProjectId, ReviewItemId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { type ClaimedItemDto, ClaimItemInput, type ReviewReason } from "./contract";
import { itemClaims, LEASE_SECONDS } from "./item-claims";
import { readItem } from "./read-item";

/** How many are tried before others are taken to be quicker everywhere. */
const TRIES = 32;

/**
 * Gives this person an item for ten minutes: the one that they hold already, that of `itemId`, or the next that waits.
 * Nobody gets both seats of a question, nor either one after they skipped the other, unless they ask for it by its id. Null: nothing waits for them.
 */
export async function claimItem(input: ClaimItemInput): Promise<Result<ClaimedItemDto | null>> {
  if (!mayActAs("member")) return err(forbidden("review answers"));
  const parsed = parseInput(ClaimItemInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, reason, itemId } = parsed.value;
  return withTenant<ClaimedItemDto | null>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    if (itemId !== undefined && !(await isOfProject(tx, projectId, itemId)))
      return err(notFound("review item"));
    const held = await readHeld(tx, projectId, reason, itemId);
    if (held && (held.isFresh || (await itemClaims.renew(tx, held.itemId, held.token))))
      return ok(await readItem(tx, held.itemId, held.token));
    for (const each of await readWaiting(tx, projectId, reason, itemId)) {
      const claimed = await itemClaims.claim(tx, each.itemId);
      if (!claimed) continue;
      await noteHolder(tx, each.itemId, claimed.token);
      await recordAudit(tx, {
        action: "review.claim",
        subjectType: "review_item",
        subjectId: each.itemId,
        detail: { projectId },
      });
      return ok(await readItem(tx, each.itemId, claimed.token));
    }
    if (itemId === undefined) return ok(null);
    const words = "Somebody else has this item, or has decided it, or you decided its other half.";
    return err(new AppError("conflict", words));
  });
}

async function isOfProject(tx: TenantTransaction, projectId: ProjectId, itemId: ReviewItemId) {
  const rows = await tx
    .select({ id: reviewItem.id })
    .from(reviewItem)
    .where(
      and(
        eq(reviewItem.orgId, requireContext().orgId),
        eq(reviewItem.id, itemId),
        eq(reviewItem.projectId, projectId),
      ),
    );
  return rows.length > 0;
}

interface Held extends Record<string, unknown> {
  readonly itemId: ReviewItemId;
  readonly token: string;
  /** More than half of its lease is left: taking it again changes nothing. */
  readonly isFresh: boolean;
}

/** What the item has to be, besides one of the project's. */
function wanted(reason: ReviewReason | undefined, itemId: ReviewItemId | undefined): SQL {
  return sql`(${reason ?? null}::text is null or i.reason = ${reason ?? null})
    and (${itemId ?? null}::uuid is null or i.id = ${itemId ?? null})`;
}

async function readHeld(
  tx: TenantTransaction,
  projectId: ProjectId,
  reason: ReviewReason | undefined,
  itemId: ReviewItemId | undefined,
): Promise<Held | undefined> {
  const { orgId, actor } = requireContext();
  const { rows } = await tx.execute<Held>(sql`
    select i.id as "itemId", i.lease_token as token,
      i.lease_until > clock_timestamp() + make_interval(secs => ${LEASE_SECONDS / 2}::float8) as "isFresh"
    from tracking.review_item i
    where i.org_id = ${orgId} and i.project_id = ${projectId} and i.state = 'claimed'
      and i.claimed_by = ${actorLabel(actor)} and i.lease_until > clock_timestamp() and ${wanted(reason, itemId)}
    order by i.id limit 1`);
  return rows[0];
}

async function readWaiting(
  tx: TenantTransaction,
  projectId: ProjectId,
  reason: ReviewReason | undefined,
  itemId: ReviewItemId | undefined,
): Promise<{ itemId: ReviewItemId }[]> {
  const { orgId, actor } = requireContext();
  const me = actorLabel(actor);
  const { rows } = await tx.execute<{ itemId: ReviewItemId }>(sql`
    select i.id as "itemId" from tracking.review_item i
    where i.org_id = ${orgId} and i.project_id = ${projectId} and ${wanted(reason, itemId)}
      and (i.state = 'open' or (i.state = 'claimed' and i.lease_until < clock_timestamp()))
      and (${itemId !== undefined} or not i.skipped_by @> array[${me}::text])
      and not exists (select from tracking.review_item o
        where o.org_id = i.org_id and o.answer_id = i.answer_id and o.brand_id is not distinct from i.brand_id
          and o.question = i.question and o.reason = i.reason and o.seat <> i.seat
          and (o.decided_by = ${me} or (${itemId === undefined} and o.skipped_by @> array[${me}::text])
            or (o.state = 'claimed' and o.claimed_by = ${me} and o.lease_until > clock_timestamp())))
    order by i.held_confidence, i.answer_id, i.id limit ${TRIES}`);
  return rows;
}

async function noteHolder(tx: TenantTransaction, itemId: ReviewItemId, token: string): Promise<void> {
  const { orgId, actor } = requireContext();
  await tx
    .update(reviewItem)
    .set({ claimedBy: actorLabel(actor) })
    .where(and(eq(reviewItem.orgId, orgId), eq(reviewItem.id, itemId), eq(reviewItem.leaseToken, token)));
}
