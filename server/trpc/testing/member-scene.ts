import { asOrg } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { grantCreditsToOrg } from "@/server/credits";
import { importCaptures } from "@/server/imports";
import type { Actor } from "@/server/kernel/context";
import { AskId, type RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { savePanel } from "@/server/panels";
import { createProject } from "@/server/projects";
import { queuedItems } from "@/server/review/testing/queued-items";
import { beginClosing, failAsk, finishRun, releaseRun, requestRun, reserveRun } from "@/server/runs";
import type { RequestContext } from "../request-context";

export const SCENE_ACTOR: Actor = { kind: "system", job: "scene" };

/** A person who owns an org with 1,000 credits and a project: an own brand, a rival, a panel of two prompts. */
export async function memberScene(inspect: TestDatabase["inspect"]) {
  const name = `member-${crypto.randomUUID().slice(0, 8)}`;
  const email = `${name}@example.com`;
  const userId = unwrap(await makeUser({ email, name }));
  const org = unwrap(await createOrg({ name }, SCENE_ACTOR, "scene", userId));
  const within = <T>(work: () => Promise<T>) => asOrg(org.orgId, work, SCENE_ACTOR);
  const project = await within(async () => {
    const ref = { type: "org", id: org.orgId };
    const grant = {
      amount: 1_000,
      source: "grant" as const,
      idemKey: `grant:${org.orgId}:scene`,
      expiresAt: null,
      ref,
    };
    unwrap(await grantCreditsToOrg(grant));
    const [own, rivals] = [{ name: "Halvorn" }, [{ name: "Verticore" }]];
    const made = unwrap(await createProject({ workspaceId: org.workspaceId, name: "Desks", own, rivals }));
    const prompts = [{ text: "Which desk?" }, { text: "Which desk is quiet?" }];
    return { ...made, ...unwrap(await savePanel({ projectId: made.projectId, name: "Main", prompts })) };
  });
  const request = (requestId = `request-of-${name}`): RequestContext => ({
    user: { userId, name, email },
    requestId,
    entered: new Map(),
  });
  const { projectId, panelVersionId } = project;
  const grid = { projectId, panelVersionId, engineIds: ["chatgpt"] };

  /** A run that asks nothing yet. */
  const requestedRun = () =>
    within(async () => {
      const key = { idempotencyKey: crypto.randomUUID() };
      return unwrap(await requestRun({ ...grid, ...key })).runId;
    });

  /** A run whose two asks wait for their turn. */
  async function askingRun(): Promise<RunId> {
    const runId = await requestedRun();
    await within(async () => unwrap(await reserveRun(runId)));
    return runId;
  }

  /** A run that ended without an answer: both asks failed, and all its credits came back. */
  async function failedRun(): Promise<RunId> {
    const runId = await askingRun();
    const asks = await inspect("select id from tracking.ask where run_id = $1", [runId]);
    await within(async () => {
      for (const { id } of asks) unwrap(await failAsk(AskId.parse(id), "the engine is away"));
      unwrap(await beginClosing(runId));
      unwrap(await releaseRun(runId));
      unwrap(await finishRun(runId));
    });
    return runId;
  }

  /** Four answers that name the own brand. */
  async function importAnswers() {
    const content = Array.from({ length: 4 }, (_, index) =>
      JSON.stringify({
        engine: "chatgpt",
        prompt: "Which desk?",
        text: `${index}: the Halvorn is a desk of steel.`,
        sources: [],
        capturedAt: new Date(Date.UTC(2026, 9, 1 + index)).toISOString(),
      }),
    ).join("\n");
    const key = { idempotencyKey: crypto.randomUUID() };
    await within(async () => unwrap(await importCaptures({ projectId, format: "jsonl", content, ...key })));
  }

  /** Review items in every state, about the own brand in answers that are imported for them. */
  async function reviewItems() {
    await importAnswers();
    return queuedItems(inspect, within, { orgId: org.orgId, projectId, brandId: project.ownBrandId });
  }

  return {
    ...org,
    ...project,
    userId,
    grid,
    within,
    request,
    requestedRun,
    askingRun,
    failedRun,
    importAnswers,
    reviewItems,
  };
}

export type MemberScene = Awaited<ReturnType<typeof memberScene>>;
