import { afterEach, expect, test, vi } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { readBalance } from "@/server/credits";
import { getEngine, sandboxMarket } from "@/server/engines";
import type { AskId, OrgId, RunId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { buyAnswer, getRun, getRunPage, requestRun, reserveRun } from "@/server/runs";
import { claimAsk } from "./claim-ask";
import { createScene, driveAsk, driveRun, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const world = outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 6).map((prompt) => prompt.text);
const ESTIMATE = getEngine("chatgpt").estimateMicros;

afterEach(async () => {
  for (const name of ["CHATGPT", "ENGINE", "FREE_ORG"]) vi.stubEnv(`${name}_DAILY_CEILING_USD`, "");
  await world.setFaults([]);
  await inspect("truncate ops.spend");
});

const ceiling = (name: string, micros: number) =>
  vi.stubEnv(`${name}_DAILY_CEILING_USD`, String(micros / 1_000_000));
const askIdsOf = (runId: RunId) => async () =>
  (await inspect("select id from tracking.ask where run_id = $1 order by id", [runId])).map(
    (row) => row.id as AskId,
  );
const start = (scene: Awaited<ReturnType<typeof createScene>>, engineIds = ["chatgpt"]) =>
  asOrg(
    scene.orgId,
    async () => unwrap(await requestRun({ ...scene, engineIds, idempotencyKey: "r" })).runId,
  );
const balanceOf = (orgId: OrgId) =>
  asOrg(orgId, async () => unwrap(await withTenant(async (tx) => ok(await readBalance(tx)))).balance);
const spent = async (scope: string) =>
  Number((await inspect("select micros from ops.spend where scope = $1", [scope]))[0]?.micros ?? 0);
const costs = async (runId: RunId, engineId: string) =>
  (
    await inspect(
      "select cost_micros::int as cost from tracking.answer where run_id = $1 and engine_id = $2 order by ask_id",
      [runId, engineId],
    )
  ).map((row) => Number(row.cost));

test("a run over the ceiling ends partial: what fitted is charged, the rest says why, and credits come back to the unit", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  ceiling("CHATGPT", ESTIMATE * 1.5);
  const before = await world.paidCalls();
  const runId = await start(scene, ["chatgpt", "google_ai_mode"]);
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  const paid = await costs(runId, "chatgpt");
  // One after the other, so that each call finds what the ones before it really cost.
  let sum = 0;
  for (const cost of paid) {
    expect(sum + ESTIMATE).toBeLessThanOrEqual(ESTIMATE * 1.5);
    sum += cost;
  }
  expect(sum + ESTIMATE).toBeGreaterThan(ESTIMATE * 1.5);
  expect(await spent("engine:chatgpt")).toBe(sum);
  const google = await costs(runId, "google_ai_mode");
  expect(google).toHaveLength(6);
  expect((await world.paidCalls()) - before).toBe(paid.length + 6);

  const run = await asOrg(scene.orgId, async () => unwrap(await getRun(runId)));
  expect(run).toMatchObject({
    state: "partial",
    asks: { answered: paid.length + 6, failed: 6 - paid.length },
  });
  expect(run.credits.settled + run.credits.released).toBe(run.credits.reserved);
  expect(await balanceOf(scene.orgId)).toBe(100 - 2 * paid.length - 6);
  const page = await asOrg(scene.orgId, async () =>
    unwrap(await getRunPage({ projectId: scene.projectId, runId })),
  );
  expect(page.failures).toMatchObject([
    {
      engineId: "chatgpt",
      asks: 6 - paid.length,
      reason: "CiteStreak's daily spending limit for ChatGPT is reached",
      advice: "Nothing was charged. Ask again tomorrow (UTC).",
    },
  ]);
  report(
    "ceiling",
    `a run over the ceiling: ${paid.length} bought, ${6 - paid.length} refused, credits exact`,
  );
});

test("asks that many workers buy at once never hold more than the ceiling", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  ceiling("CHATGPT", ESTIMATE * 4 - 1);
  const before = await world.paidCalls();
  const runId = await start(scene);
  await asOrg(scene.orgId, async () => {
    unwrap(await reserveRun(runId));
    // Bought and not recorded: every hold stands.
    await Promise.all((await askIdsOf(runId)()).map((askId) => buyAnswer(askId, true)));
  });
  expect((await world.paidCalls()) - before).toBe(3);
  expect(await spent("engine:chatgpt")).toBe(3 * ESTIMATE);
});

test("without room for one call the run fails, every credit comes back and no ask counts as bought", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  ceiling("ENGINE", 0);
  const before = await world.paidCalls();
  const runId = await start(scene);
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  expect(await asOrg(scene.orgId, async () => unwrap(await getRun(runId)))).toMatchObject({
    state: "failed",
    asks: { failed: 6 },
    credits: { settled: 0, released: 12 },
  });
  expect(await balanceOf(scene.orgId)).toBe(100);
  expect(await world.paidCalls()).toBe(before);
  expect(
    await inspect("select from tracking.ask where run_id = $1 and (calls > 0 or held_micros > 0)", [runId]),
  ).toEqual([]);
});

test("a free org is stopped by its own ceiling while a paying one buys on", async () => {
  const [free, paying] = [
    await createScene({ credits: 100, prompts: PROMPTS }),
    await createScene({ credits: 100, prompts: PROMPTS }),
  ];
  await inspect("insert into billing.subscription (org_id, plan_id) values ($1, 'team')", [paying.orgId]);
  ceiling("FREE_ORG", ESTIMATE);
  const stateOf = async (scene: typeof free) => {
    const runId = await start(scene);
    await driveRun(scene.orgId, runId, askIdsOf(runId));
    return asOrg(scene.orgId, async () => unwrap(await getRun(runId)));
  };
  expect(await stateOf(free)).toMatchObject({ state: "partial", asks: { answered: 1, failed: 5 } });
  expect(await stateOf(paying)).toMatchObject({ state: "complete", asks: { answered: 6 } });
});

test("a failure that surely was free gives its hold back; one that may have been paid keeps it", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS.slice(0, 2) });
  ceiling("CHATGPT", ESTIMATE * 10);
  const runId = await start(scene);
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  const [free, lost] = await askIdsOf(runId)();
  if (!free || !lost) throw new Error("no asks were planned");
  await world.setFaults([{ kind: "server_error" }]);
  await asOrg(scene.orgId, () => driveAsk(free));
  expect(await spent("engine:chatgpt")).toBe(0);
  expect(await spent(`org:${scene.orgId}`)).toBe(0);
  await world.setFaults([{ kind: "malformed_json" }]);
  await asOrg(scene.orgId, () => driveAsk(lost));
  // It was bought twice, as a call that may have been paid is, and each call counts.
  expect(await spent("engine:chatgpt")).toBe(2 * ESTIMATE);
});

test("a call that was lost in flight keeps its hold, and the one that takes its place has its own", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS.slice(0, 1) });
  ceiling("CHATGPT", ESTIMATE * 10);
  const runId = await start(scene);
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  const [askId] = await askIdsOf(runId)();
  if (!askId) throw new Error("no ask was planned");
  await asOrg(scene.orgId, async () => {
    unwrap(await claimAsk(askId));
    await inspect(
      "update tracking.ask set lease_until = clock_timestamp() - interval '1 second' where id = $1",
      [askId],
    );
    await driveAsk(askId);
  });
  const [cost = 0] = await costs(runId, "chatgpt");
  expect(cost).toBeGreaterThan(0);
  expect(await spent("engine:chatgpt")).toBe(ESTIMATE + cost);
});
