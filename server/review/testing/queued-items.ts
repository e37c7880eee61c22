import type { TestDatabase } from "@/db/testing/test-database";
import type { BrandId, OrgId, ProjectId } from "@/server/kernel/id";
import { ReviewItemId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { claimItem, decideItem, fillQueue, saveReviewSetting } from "@/server/review";

/** Under which the claimed items of a scene are held: a test that builds inputs can name it. */
export const SCENE_TOKEN = "0198a000-0000-4000-8000-0000000000c1";

export interface QueuedItems {
  readonly open: ReviewItemId;
  /** Claimed, under SCENE_TOKEN. */
  readonly toDecide: ReviewItemId;
  readonly toSkip: ReviewItemId;
  readonly decided: ReviewItemId;
}

/** One item in each state, about one brand in four answers that name it: all answers of the project are drawn. */
export async function queuedItems(
  inspect: TestDatabase["inspect"],
  within: <T>(work: () => Promise<T>) => Promise<T>,
  { orgId, projectId, brandId }: { orgId: OrgId; projectId: ProjectId; brandId: BrandId },
): Promise<QueuedItems> {
  await within(async () => {
    unwrap(await saveReviewSetting({ projectId, confidence: 0.7, share: 1 }));
    unwrap(await fillQueue({ projectId }));
  });
  const rows = await inspect(
    `select id from tracking.review_item where org_id = $1 and project_id = $2 and brand_id = $3
       and question = 'named' and reason = 'sample' and seat = 1 and state = 'open' order by id limit 4`,
    [orgId, projectId, brandId],
  );
  const [open, toDecide, toSkip, decided] = rows.map(({ id }) => ReviewItemId.parse(id));
  if (!open || !toDecide || !toSkip || !decided)
    throw new Error("the scene needs four answers that name the brand");
  const claim = (itemId: ReviewItemId) =>
    within(async () => unwrap(await claimItem({ projectId, itemId }))?.token ?? "");
  const token = await claim(decided);
  await within(async () => unwrap(await decideItem({ itemId: decided, token, verdict: "no", brandIds: [] })));
  for (const itemId of [toDecide, toSkip]) await claim(itemId);
  await inspect("update tracking.review_item set lease_token = $2 where org_id = $1 and state = 'claimed'", [
    orgId,
    SCENE_TOKEN,
  ]);
  return { open, toDecide, toSkip, decided };
}
