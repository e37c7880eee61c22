import { afterEach, expect, test, vi } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { sandboxMarket } from "@/server/engines";
import { AskId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { buyAnswer, requestRun, reserveRun } from "@/server/runs";
import { createScene, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const world = outside({ mode: "seeded", latencyMs: 40 });
const ASKS = 12;

afterEach(() => {
  vi.stubEnv("CHATGPT_CALLS_IN_FLIGHT", "");
  vi.stubEnv("PERPLEXITY_CALLS_PER_MINUTE", "");
});

async function buyAll(engineId: string, asked = ASKS): Promise<void> {
  const prompts = sandboxMarket.prompts.slice(0, asked).map(({ text }) => text);
  const { orgId, projectId, panelVersionId } = await createScene({ credits: 100, prompts });
  const request = { projectId, panelVersionId, engineIds: [engineId], idempotencyKey: "limits" };
  await asOrg(orgId, async () => {
    const { runId } = unwrap(await requestRun({ ...request, repeats: 1 }));
    unwrap(await reserveRun(runId));
    const asks = await inspect("select id from tracking.ask where run_id = $1", [runId]);
    expect(asks).toHaveLength(asked);
    await Promise.all(asks.map(async ({ id }) => unwrap(await buyAnswer(AskId.parse(id), true))));
  });
}
const log = async () => (await fetch(`${world.sandboxUrl()}/__sandbox/log`)).json();

test("asks of an engine wait for their turn: no more calls are in flight than its limit allows, and all are answered", async () => {
  vi.stubEnv("CHATGPT_CALLS_IN_FLIGHT", "3");
  await buyAll("chatgpt");
  const { calls, inFlightMax } = await log();
  expect([calls, inFlightMax]).toEqual([ASKS, 3]);
});

test("control: with room for all of them more are in flight", async () => {
  await buyAll("google_ai_mode");
  expect((await log()).inFlightMax).toBeGreaterThan(3);
});

test("a minute's number holds back what is too much for it, until its time has come", async () => {
  vi.stubEnv("PERPLEXITY_CALLS_PER_MINUTE", "1");
  const requests = async () => (await log()).engines.perplexity?.requests ?? 0;
  const bought = buyAll("perplexity", 3);
  await expect.poll(requests, { timeout: 20_000 }).toBe(1);
  await expect
    .poll(() => inspect("select from tracking.ask where engine_id = 'perplexity' and state = 'claimed'"), {
      timeout: 20_000,
    })
    .toHaveLength(3);
  expect(await requests()).toBe(1);
  const passing = setInterval(
    () => void inspect("update ops.call_pool set filled_at = filled_at - interval '70 seconds'"),
    200,
  );
  await bought.finally(() => clearInterval(passing));
  expect(await requests()).toBe(3);
});
