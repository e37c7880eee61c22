import { expect, test, vi } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { readBalance } from "@/server/credits";
import { leaveBreakersClosed } from "@/server/engine-health/testing/leave-breakers-closed";
import { sandboxMarket } from "@/server/engines";
import type { AskId, OrgId, RunId, UserId } from "@/server/kernel/id";
import { newId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { cancelRun, getRun, getRunPage, requestRun, reserveRun, retryRun } from "@/server/runs";
import { createScene, driveAsk, driveRun, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
leaveBreakersClosed({ inspect });
const world = outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 3).map((prompt) => prompt.text);
const CHATGPT_FAILS = [{ kind: "server_error", engine: "chatgpt", share: 1 }];

const askIdsOf = (runId: RunId) => async () =>
  (
    await inspect("select id from tracking.ask where run_id = $1 and state = 'planned' order by id", [runId])
  ).map((row) => row.id as AskId);
const balanceOf = (orgId: OrgId) =>
  asOrg(orgId, async () => unwrap(await withTenant(async (tx) => ok(await readBalance(tx)))).balance);
const get = (orgId: OrgId, runId: RunId) => asOrg(orgId, async () => unwrap(await getRun(runId)));
const retry = (orgId: OrgId, runId: RunId) =>
  asOrg(orgId, () => retryRun({ runId, idempotencyKey: crypto.randomUUID() }));
const refusal = async (orgId: OrgId, runId: RunId) => {
  const result = await retry(orgId, runId);
  return result.ok ? "started" : `${result.error.code}: ${result.error.message}`;
};
const cellsOf = (runId: RunId, state: string) =>
  inspect(
    `select prompt_id, engine_id, surface, locale, repeat from tracking.ask
     where run_id = $1 and state = $2 order by 1, 2, 5`,
    [runId, state],
  );

type Scene = Awaited<ReturnType<typeof createScene>>;

/** A run over both engines, twice each prompt (18 credits), whose six asks of ChatGPT have failed. */
async function partialRun(scene: Scene, idempotencyKey: string, simulatedAt?: Date): Promise<RunId> {
  const simulated = simulatedAt ? { observedAt: simulatedAt } : {};
  const engineIds = ["chatgpt", "google_ai_mode"];
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds, repeats: 2, idempotencyKey, simulated })),
  );
  await world.setFaults(CHATGPT_FAILS);
  await driveToEnd(scene.orgId, runId);
  await world.setFaults([]);
  return runId;
}

async function driveToEnd(orgId: OrgId, runId: RunId): Promise<void> {
  await asOrg(orgId, async () => unwrap(await reserveRun(runId)));
  await driveRun(orgId, runId, askIdsOf(runId));
}

test("a retry asks exactly the failed cells again, under its own reservation, and the ledger is right to the unit", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const runId = await partialRun(scene, "first");
  const first = await get(scene.orgId, runId);
  expect(first).toMatchObject({ state: "partial", asks: { failed: 6 }, credits: { reserved: 18 } });
  expect(first.credits).toMatchObject({ settled: 6, released: 12 });
  expect(await balanceOf(scene.orgId)).toBe(94);

  const retried = unwrap(await retry(scene.orgId, runId));
  expect(retried.priceCredits).toBe(12);
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(retried.runId)));
  expect(await balanceOf(scene.orgId)).toBe(82);
  const failedCells = await cellsOf(runId, "failed");
  expect(failedCells).toHaveLength(6);
  expect(await cellsOf(retried.runId, "planned")).toEqual(failedCells);
  await driveToEnd(scene.orgId, retried.runId);
  expect(await get(scene.orgId, retried.runId)).toMatchObject({
    state: "complete",
    asks: { answered: 6 },
    credits: { reserved: 12, settled: 12, released: 0 },
  });
  expect(await get(scene.orgId, runId)).toEqual(first);
  expect(await balanceOf(scene.orgId)).toBe(100 - 6 - 12);
  const entries = await inspect(
    "select kind, sum(amount)::int as sum from credits.entry where org_id = $1 group by 1 order by 1",
    [scene.orgId],
  );
  expect(entries).toEqual([
    { kind: "grant", sum: 100 },
    { kind: "release", sum: 12 },
    { kind: "reserve", sum: -30 },
  ]);
});

test("a retry whose asks fail again gives its credits back, and can be retried itself", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const runId = await partialRun(scene, "again");
  const second = unwrap(await retry(scene.orgId, runId)).runId;
  await world.setFaults(CHATGPT_FAILS);
  await driveToEnd(scene.orgId, second);
  await world.setFaults([]);
  expect(await get(scene.orgId, second)).toMatchObject({
    state: "failed",
    credits: { reserved: 12, settled: 0, released: 12 },
  });
  expect(await balanceOf(scene.orgId)).toBe(94);
  const third = unwrap(await retry(scene.orgId, second)).runId;
  await driveToEnd(scene.orgId, third);
  expect(await get(scene.orgId, third)).toMatchObject({ state: "complete", asks: { answered: 6 } });
  expect(await balanceOf(scene.orgId)).toBe(82);
});

test("twenty retries of one run at once make one run; the others are told which", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const runId = await partialRun(scene, "race");
  const results = await Promise.all(Array.from({ length: 20 }, () => retry(scene.orgId, runId)));
  const started = results.flatMap((result) => (result.ok ? [result.value.runId] : []));
  expect(started).toHaveLength(1);
  for (const result of results) {
    if (result.ok) continue;
    expect(result.error).toMatchObject({ code: "conflict", details: { retryRunId: started[0] } });
    expect(result.error.message).toContain(started[0]);
  }
  expect(await inspect("select id from tracking.run where retry_of = $1", [runId])).toHaveLength(1);
  const events = world.sent.filter((event) => event.data.runId === started[0]);
  expect(events.map((event) => event.name)).toEqual(["run/requested"]);
  await driveToEnd(scene.orgId, started[0] ?? newId<RunId>());
  expect(await refusal(scene.orgId, runId)).toMatch(/^conflict: .*asked again already/);
});

test("what can't be retried is refused in words, and nothing stands", async () => {
  const scene = await createScene({ credits: 24, prompts: PROMPTS });
  const { orgId } = scene;
  const started = await asOrg(orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["google_ai_mode"], idempotencyKey: "fine" })),
  );
  expect(await refusal(orgId, started.runId)).toMatch(/^conflict: This run is still open/);
  await driveToEnd(orgId, started.runId);
  expect(await refusal(orgId, started.runId)).toMatch(/^invalid_input: No ask of this run failed/);
  expect(await refusal(orgId, newId<RunId>())).toBe("not_found: No such run.");

  const runId = await partialRun(scene, "poor");
  expect(await balanceOf(orgId)).toBe(24 - 3 - 6);
  await asOrg(orgId, async () => {
    const spent = unwrap(
      await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "spend" }),
    ).runId;
    unwrap(await reserveRun(spent));
  });
  expect(await refusal(orgId, runId)).toMatch(/^insufficient_credits: This run needs 12 credits and .* 9\./);
  vi.stubEnv("ENGINE_SANDBOX_URL", "");
  expect(await refusal(orgId, runId)).toMatch(/^engine_unavailable: ChatGPT has no key/);
  vi.stubEnv("OPENAI_API_KEY", "sk-of-no-use");
  expect(await refusal(orgId, runId)).toMatch(/^conflict: .*came from the sandbox/);
  vi.stubEnv("OPENAI_API_KEY", undefined);
  vi.stubEnv("ENGINE_SANDBOX_URL", world.sandboxUrl());
  expect(
    await inspect("select id from tracking.run where retry_of is not null and org_id = $1", [orgId]),
  ).toEqual([]);
});

test("asks that somebody cancelled are not asked again", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "cancelled" })),
  );
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  const [first] = await askIdsOf(runId)();
  await world.setFaults(CHATGPT_FAILS);
  await asOrg(scene.orgId, async () => {
    if (first) await driveAsk(first);
    unwrap(await cancelRun({ runId, idempotencyKey: crypto.randomUUID() }));
  });
  await world.setFaults([]);
  await driveToEnd(scene.orgId, runId);
  expect(await get(scene.orgId, runId)).toMatchObject({ asks: { failed: 1, cancelled: 2 } });
  expect(unwrap(await retry(scene.orgId, runId)).priceCredits).toBe(2);
});

test("a retry stands for the earlier run's simulated moment, and without one for now", async () => {
  const scene = await createScene({ credits: 200, prompts: PROMPTS });
  const moment = new Date("2026-10-19T09:30:00Z");
  const momentsOf = async (runId: RunId) => {
    await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
    const rows = await inspect("select distinct observed_at as at from tracking.ask where run_id = $1", [
      runId,
    ]);
    return rows.map((row) => (row.at as Date).getTime());
  };
  const simulated = await partialRun(scene, "simulated", moment);
  const retriedThen = unwrap(await retry(scene.orgId, simulated)).runId;
  expect(await momentsOf(retriedThen)).toEqual([moment.getTime()]);
  const [real, before] = [await partialRun(scene, "real"), Date.now()];
  const [at = 0] = await momentsOf(unwrap(await retry(scene.orgId, real)).runId);
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(Date.now());
});

test("the page offers a retry at the price that it will have, and then links the two runs", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const runId = await partialRun(scene, "linked");
  const page = (id: RunId) =>
    asOrg(scene.orgId, async () => unwrap(await getRunPage({ projectId: scene.projectId, runId: id })));
  const offer = (await page(runId)).retry;
  expect(offer).toEqual({ asks: 6, credits: 12, problem: null, resting: [] });
  const retried = unwrap(await retry(scene.orgId, runId));
  expect(retried.priceCredits).toBe(offer?.credits);
  expect(await page(runId)).toMatchObject({
    retry: null,
    retryOf: null,
    retriedBy: { runId: retried.runId },
  });
  expect(await page(retried.runId)).toMatchObject({
    retryOf: { runId, state: "partial" },
    retriedBy: null,
    progress: { ended: 0, total: 6 },
  });
});

test("a viewer starts no retry, and another org's run is not found", async () => {
  const [scene, stranger] = [
    await createScene({ credits: 100, prompts: PROMPTS }),
    await createScene({ credits: 100, prompts: PROMPTS }),
  ];
  const runId = await partialRun(scene, "roles");
  const as = (role: "viewer" | "member") =>
    asOrg(scene.orgId, () => retryRun({ runId, idempotencyKey: crypto.randomUUID() }), {
      kind: "user",
      userId: newId<UserId>(),
      role,
    });
  const viewer = await as("viewer");
  expect(viewer.ok ? null : viewer.error.code).toBe("forbidden");
  expect(await refusal(stranger.orgId, runId)).toBe("not_found: No such run.");
  expect(await inspect("select id from tracking.run where retry_of = $1", [runId])).toEqual([]);
  const { runId: made } = unwrap(await as("member"));
  const audited = await inspect(
    "select subject_id from ops.audit_log where action = 'run.retry' and org_id = $1",
    [scene.orgId],
  );
  expect(audited).toEqual([{ subject_id: made }]);
});
