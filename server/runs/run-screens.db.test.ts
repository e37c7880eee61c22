import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { leaveBreakersClosed } from "@/server/engine-health/testing/leave-breakers-closed";
import { sandboxMarket } from "@/server/engines";
import { importCaptures } from "@/server/imports";
import { type AskId, newId, type OrgId, type RunId, type UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import {
  cancelRun,
  getRunPage,
  listRunOptions,
  listRuns,
  quoteRun,
  requestRun,
  reserveRun,
} from "@/server/runs";
import { createScene, driveAsk, driveRun, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
leaveBreakersClosed({ inspect });
const world = outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 3).map((prompt) => prompt.text);
const ENGINES = ["chatgpt", "google_ai_mode"];

type Scene = Awaited<ReturnType<typeof createScene>>;

const askIdsOf = (runId: RunId) => async () =>
  (
    await inspect("select id from tracking.ask where run_id = $1 and state = 'planned' order by id", [runId])
  ).map((row) => row.id as AskId);
const request = (scene: Scene, idempotencyKey: string, engineIds = ENGINES, repeats = 1) =>
  asOrg(
    scene.orgId,
    async () =>
      unwrap(await requestRun({ ...scene, engineIds, repeats, idempotencyKey, whenUnpaid: "wait" })).runId,
  );
const pageOf = (scene: Scene, runId: RunId) =>
  asOrg(scene.orgId, async () => unwrap(await getRunPage({ projectId: scene.projectId, runId })));
const viewer = { kind: "user" as const, userId: newId<UserId>(), role: "viewer" as const };
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? "ok" : result.error?.code);

test("the list is newest first, page by page, and a run that comes meanwhile shifts nothing", async () => {
  const scene = await createScene({ credits: 1_000, prompts: PROMPTS });
  const { projectId } = scene;
  const made: RunId[] = [];
  for (let index = 0; index < 7; index += 1) made.unshift(await request(scene, `r${index}`));
  const list = (before?: RunId) =>
    asOrg(scene.orgId, async () =>
      unwrap(await listRuns({ projectId, limit: 3, ...(before && { before }) })),
    );
  const first = await list();
  await request(scene, "late");
  const second = await list(first.next ?? undefined);
  const third = await list(second.next ?? undefined);
  const pages = [first, second, third].map(({ runs }) => runs.map(({ runId }) => runId));
  expect(pages).toEqual([made.slice(0, 3), made.slice(3, 6), made.slice(6)]);
  expect(third.next).toBeNull();
});

test("list and page tell a run that ended with its counts and credits, and an import without any", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const { orgId, projectId } = scene;
  const runId = await request(scene, "told", ["google_ai_mode"], 2);
  await driveToEnd(orgId, runId);
  const lines = PROMPTS.map((prompt) =>
    JSON.stringify({ engine: "chatgpt", prompt, text: "Halvorn.", capturedAt: "2026-10-20T10:00:00Z" }),
  );
  await asOrg(orgId, async () =>
    unwrap(
      await importCaptures({
        projectId,
        format: "jsonl",
        content: lines.join("\n"),
        idempotencyKey: crypto.randomUUID(),
      }),
    ),
  );
  const { runs } = await asOrg(orgId, async () => unwrap(await listRuns({ projectId })));
  expect(runs).toHaveLength(2);
  const [imported, asked] = runs;
  expect(asked).toMatchObject({
    runId,
    kind: "ask",
    state: "complete",
    ended: true,
    asks: { answered: 6, failed: 0 },
    priceCredits: 6,
    settledCredits: 6,
    engines: [{ engineId: "google_ai_mode", label: "Google AI Mode" }],
    panel: { name: "Main", version: 1 },
  });
  expect(asked?.closedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(imported).toMatchObject({
    kind: "import",
    asks: { answered: 3 },
    priceCredits: 0,
    settledCredits: 0,
    engines: [{ engineId: "chatgpt", label: "ChatGPT" }],
  });
  const page = await pageOf(scene, imported?.runId ?? newId<RunId>());
  expect(page).toMatchObject({
    kind: "import",
    engines: [{ engineId: "chatgpt", surface: "capture", credits: null, asks: { answered: 3 } }],
    credits: { reserved: 0, settled: 0, released: 0 },
    retry: null,
    mayChange: false,
  });
});

test("the page follows a run: wanted, reserved, under way, and its failures by engine in words", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const runId = await request(scene, "followed", ENGINES, 2);
  expect(await pageOf(scene, runId)).toMatchObject({
    state: "requested",
    ended: false,
    progress: { ended: 0, total: 12, startedAt: null, secondsLeft: null },
    engines: [
      { engineId: "chatgpt", credits: 2, asks: { planned: 0 } },
      { engineId: "google_ai_mode", credits: 1, asks: { planned: 0 } },
    ],
  });
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  await world.setFaults([{ kind: "server_error", engine: "chatgpt", share: 1 }]);
  const [first, ...rest] = await askIdsOf(runId)();
  if (first) await asOrg(scene.orgId, () => driveAsk(first));
  const half = await pageOf(scene, runId);
  expect(half).toMatchObject({
    state: "asking",
    progress: { ended: 1, total: 12 },
    credits: { reserved: 18 },
  });
  expect(half.progress.startedAt).not.toBeNull();
  expect(half.retry).toBeNull();
  await asOrg(scene.orgId, async () => {
    for (const askId of rest.slice(0, -1)) await driveAsk(askId);
  });
  const nearly = await pageOf(scene, runId);
  expect(nearly.progress).toMatchObject({ ended: 11, total: 12 });
  expect(nearly.progress.secondsLeft).toSatisfy((left) => left === null || (left >= 1 && left <= 5));
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  await world.setFaults([]);
  expect(await pageOf(scene, runId)).toMatchObject({
    state: "partial",
    ended: true,
    progress: { ended: 12, total: 12, secondsLeft: null },
    credits: { reserved: 18, settled: 6, released: 12 },
    failures: [
      {
        label: "ChatGPT",
        state: "failed",
        asks: 6,
        reason: "ChatGPT failed (HTTP 500)",
        advice: expect.stringMatching(/Asking again later/),
      },
    ],
    retry: { asks: 6, credits: 12, problem: null },
  });
});

test("a run that waits for credits says how many it needs and how many there are", async () => {
  const scene = await createScene({ credits: 5, prompts: PROMPTS });
  const runId = await request(scene, "waits");
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  expect(await pageOf(scene, runId)).toMatchObject({
    state: "waiting_for_credits",
    priceCredits: 9,
    available: 5,
    credits: { reserved: 0 },
  });
});

test("a text that no adapter wrote is never shown", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const runId = await request(scene, "secret", ["chatgpt"]);
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  await inspect(
    `update tracking.ask set state = 'failed', failure = 'Failed query: select password ' || id where run_id = $1`,
    [runId],
  );
  const { failures } = await pageOf(scene, runId);
  expect(failures).toMatchObject([{ asks: 3, reason: "It ended by a fault on our side" }]);
  expect(JSON.stringify(failures)).not.toMatch(/password/);
});

test("a viewer reads everything, and is refused to start and to cancel", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const { projectId } = scene;
  const runId = await request(scene, "seen");
  await asOrg(
    scene.orgId,
    async () => {
      expect(unwrap(await listRuns({ projectId })).runs).toHaveLength(1);
      expect(unwrap(await listRunOptions({ projectId })).mayStart).toBe(false);
      expect(unwrap(await quoteRun({ ...scene, engineIds: ENGINES })).credits).toBe(9);
      expect(unwrap(await getRunPage({ projectId, runId })).mayChange).toBe(false);
      expect(codeOf(await requestRun({ ...scene, engineIds: ENGINES, idempotencyKey: "v" }))).toBe(
        "forbidden",
      );
      expect(codeOf(await cancelRun({ runId, idempotencyKey: crypto.randomUUID() }))).toBe("forbidden");
    },
    viewer,
  );
  expect(await pageOf(scene, runId)).toMatchObject({ state: "requested", mayChange: true });
});

test("another org's project, panel and run are not found, nor a run in another project's page", async () => {
  const [scene, stranger] = [
    await createScene({ credits: 100, prompts: PROMPTS }),
    await createScene({ credits: 100, prompts: PROMPTS }),
  ];
  const { projectId, panelVersionId } = scene;
  const runId = await request(scene, "theirs");
  const engineIds = ENGINES;
  await asOrg(stranger.orgId, async () => {
    expect(codeOf(await listRuns({ projectId }))).toBe("not_found");
    expect(codeOf(await listRunOptions({ projectId }))).toBe("not_found");
    expect(codeOf(await getRunPage({ projectId, runId }))).toBe("not_found");
    expect(codeOf(await quoteRun({ projectId, panelVersionId, engineIds }))).toBe("not_found");
    expect(codeOf(await requestRun({ projectId, panelVersionId, engineIds, idempotencyKey: "x" }))).toBe(
      "not_found",
    );
    expect(codeOf(await cancelRun({ runId, idempotencyKey: crypto.randomUUID() }))).toBe("not_found");
    expect(codeOf(await getRunPage({ projectId: stranger.projectId, runId }))).toBe("not_found");
  });
  expect((await pageOf(scene, runId)).state).toBe("requested");
});

async function driveToEnd(orgId: OrgId, runId: RunId): Promise<void> {
  await asOrg(orgId, async () => unwrap(await reserveRun(runId)));
  await driveRun(orgId, runId, askIdsOf(runId));
}
