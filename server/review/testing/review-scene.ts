import { asOrg, createTestOrg, createTestProject, type TestProject } from "@/db/testing/factories";
import {
  addTestAnswer,
  addTestBrands,
  addTestRun,
  type WantedAnswer,
} from "@/server/answers/testing/test-answers";
import type { Actor } from "@/server/kernel/context";
import { type AnswerId, type BrandId, newId, type OrgId, type RunId, type UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { claimItem, fillQueue, saveReviewSetting } from "@/server/review";
import type { ClaimedItemDto, ReviewReason } from "../contract";

export interface ReviewScene extends TestProject {
  readonly orgId: OrgId;
  readonly runId: RunId;
  /** The own brand and two rivals. */
  readonly brands: readonly [BrandId, BrandId, BrandId];
  add(wanted: WantedAnswer): Promise<AnswerId>;
  /** Queues by this setting; says how many items are new. */
  fill(setting?: { confidence?: number; share?: number }): Promise<number>;
}

/** An org with a project of three brands and a run, whose answers a test adds. */
export async function reviewScene(): Promise<ReviewScene> {
  const orgId = await createTestOrg();
  const project = await createTestProject(orgId);
  const [own, first, second] = await addTestBrands(orgId, project, "Notion", "Monday", "Halvorn");
  if (!own || !first || !second) throw new Error("the scene needs three brands");
  const runId = await addTestRun(orgId, project);
  const { projectId } = project;
  return {
    ...project,
    orgId,
    runId,
    brands: [own, first, second],
    add: (wanted) => addTestAnswer(orgId, project, runId, wanted),
    fill: ({ confidence = 0.7, share = 0 } = {}) =>
      asOrg(orgId, async () => {
        unwrap(await saveReviewSetting({ projectId, confidence, share }));
        return unwrap(await fillQueue({ projectId })).added;
      }),
  };
}

/** A person of the org with their own name in claims and decisions. */
export function reviewer(role: "member" | "viewer" = "member"): Actor {
  return { kind: "user", userId: newId<UserId>(), role };
}

/** The next item of this person, or null where none waits. */
export function claimNext(
  { orgId, projectId }: Pick<ReviewScene, "orgId" | "projectId">,
  actor: Actor,
  reason?: ReviewReason,
): Promise<ClaimedItemDto | null> {
  return asOrg(orgId, async () => unwrap(await claimItem({ projectId, reason })), actor);
}
