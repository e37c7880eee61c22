import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { sandboxMarket } from "@/server/engines";
import type { AskId, OrgId, RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { measureRun } from "@/server/reports";
import { requestRun, reserveRun, retryRun } from "@/server/runs";
import { createScene, driveRun, outside } from "@/server/runs/testing/run-scene";

const { inspect } = testDatabase();
outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 4).map((prompt) => prompt.text);
const MONDAY = new Date("2026-10-19T09:30:00Z");

const askIdsOf = (runId: RunId) => async () =>
  (await inspect("select id from tracking.ask where run_id = $1 order by id", [runId])).map(
    (row) => row.id as AskId,
  );

/** Completion by window: what came back out of how many asks. */
const completionOf = async (projectId: string) =>
  (
    await inspect(
      `select window_start::text as week, detail->>'successes' as came, detail->>'total' as asked
       from insight.metric_value where project_id = $1 and metric_id = 'completion' order by 1`,
      [projectId],
    )
  ).map(({ week, came, asked }) => `${week}: ${came} of ${asked}`);

/** Four asks, one of them lost in flight twice. */
async function runWithOneLost(simulatedAt?: Date) {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const simulated = simulatedAt ? { observedAt: simulatedAt } : {};
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["google_ai_mode"], idempotencyKey: "one", simulated })),
  );
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  await inspect(
    `update tracking.ask set state = 'claimed', calls = 2, lease_token = gen_random_uuid(),
     lease_until = clock_timestamp() - interval '1 second' where id = $1`,
    [(await askIdsOf(runId)())[0]],
  );
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  return { ...scene, runId };
}

const retryOf = (orgId: OrgId, runId: RunId) =>
  asOrg(orgId, async () => unwrap(await retryRun({ runId, idempotencyKey: crypto.randomUUID() })).runId);

test("a lost ask is missing in its window until its retry has ended, which stands for it from then on", async () => {
  const { orgId, projectId, runId } = await runWithOneLost(MONDAY);
  expect(await completionOf(projectId)).toEqual(["2026-10-19: 3 of 4"]);
  const retryId = await retryOf(orgId, runId);
  const measured = () => asOrg(orgId, async () => unwrap(await measureRun(runId)));
  await asOrg(orgId, async () => unwrap(await reserveRun(retryId)));
  await measured();
  expect(await completionOf(projectId)).toEqual(["2026-10-19: 3 of 4"]);
  await driveRun(orgId, retryId, askIdsOf(retryId));
  expect(await completionOf(projectId)).toEqual(["2026-10-19: 4 of 4"]);
  await measured();
  expect(await completionOf(projectId)).toEqual(["2026-10-19: 4 of 4"]);
});

test("control: without a retry it stays missing, however often it is measured", async () => {
  const { orgId, projectId, runId } = await runWithOneLost(MONDAY);
  await asOrg(orgId, async () => unwrap(await measureRun(runId)));
  expect(await completionOf(projectId)).toEqual(["2026-10-19: 3 of 4"]);
});

test("control: another run that answers the same cell is no retry", async () => {
  const scene = await runWithOneLost(MONDAY);
  const simulated = { observedAt: MONDAY };
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["google_ai_mode"], idempotencyKey: "two", simulated })),
  );
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  expect(await completionOf(scene.projectId)).toEqual(["2026-10-19: 7 of 8"]);
});

test("a retry in a later window leaves the earlier one with what was really asked there", async () => {
  const { orgId, projectId, runId } = await runWithOneLost();
  const lastWeek = new Date(Date.now() - 7 * 86_400_000);
  await inspect("update tracking.ask set observed_at = $2 where run_id = $1", [runId, lastWeek]);
  await inspect("update tracking.run set observed_at = requested_at where id = $1", [runId]);
  await inspect("delete from insight.metric_value where project_id = $1", [projectId]);
  await asOrg(orgId, async () => unwrap(await measureRun(runId)));
  const [before] = await completionOf(projectId);
  expect(before).toMatch(/: 3 of 4$/);
  const retryId = await retryOf(orgId, runId);
  await driveRun(orgId, retryId, askIdsOf(retryId));
  expect((await completionOf(projectId)).map((line) => line.split(": ")[1])).toEqual(["3 of 3", "1 of 1"]);
});
