import { expect, test } from "vitest";
import { addOperator } from "@/db/operators";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { sandboxMarket } from "@/server/engines";
import { AskId, type RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { enterOperations, pauseEngine, resumeEngine } from "@/server/operations";
import { getRun, requestRun } from "@/server/runs";
import { createScene, driveRun, outside } from "@/server/runs/testing/run-scene";

const { inspect, urls } = testDatabase();
const world = outside();
const asksOf = async (runId: RunId) =>
  (await inspect("select id from tracking.ask where run_id = $1 order by id", [runId])).map(({ id }) =>
    AskId.parse(id),
  );

test("a paused engine is asked by nobody, until it is resumed: new runs are refused, running ones end partial and free", async () => {
  const email = "switch@example.com";
  const userId = unwrap(await makeUser({ email, name: "Switch" }));
  await addOperator(urls.owner, email);
  const operator = unwrap(await enterOperations(userId, "request-of-switch"));
  const prompts = sandboxMarket.prompts.slice(0, 2).map(({ text }) => text);
  const { orgId, projectId, panelVersionId } = await createScene({ credits: 100, prompts });
  const engineIds = ["chatgpt", "perplexity"];
  const request = (idempotencyKey: string) =>
    asOrg(orgId, () => requestRun({ projectId, panelVersionId, engineIds, repeats: 1, idempotencyKey }));

  const { runId } = unwrap(await request("running"));
  const pause = { engineId: "chatgpt", reason: "its answers are cut off" };
  unwrap(await pauseEngine(operator, pause));
  expect(await pauseEngine(operator, pause)).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(await pauseEngine(operator, { ...pause, engineId: "askjeeves" })).toMatchObject({ ok: false });
  await driveRun(orgId, runId, () => asksOf(runId));
  const run = await asOrg(orgId, async () => unwrap(await getRun(runId)));
  expect(run).toMatchObject({ state: "partial", asks: { answered: 2, failed: 2 }, credits: { released: 4 } });
  expect(await world.paidCalls()).toBe(2);
  expect(await request("refused")).toMatchObject({
    ok: false,
    error: { code: "engine_unavailable", message: "ChatGPT is paused: its answers are cut off" },
  });

  unwrap(await resumeEngine(operator, { engineId: "chatgpt" }));
  const after = unwrap(await request("resumed"));
  await driveRun(orgId, after.runId, () => asksOf(after.runId));
  expect(await asOrg(orgId, async () => unwrap(await getRun(after.runId)))).toMatchObject({
    state: "complete",
  });
  const actions = await inspect(
    "select user_id, action, subject_id, detail from ops.operator_action order by id",
  );
  expect(actions).toEqual([
    { user_id: userId, action: "engine.pause", subject_id: "chatgpt", detail: { reason: pause.reason } },
    { user_id: userId, action: "engine.resume", subject_id: "chatgpt", detail: { reason: null } },
  ]);
});
