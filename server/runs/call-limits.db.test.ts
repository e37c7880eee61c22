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

async function buyAll(engineId: string): Promise<void> {
  const prompts = sandboxMarket.prompts.slice(0, ASKS).map(({ text }) => text);
  const { orgId, projectId, panelVersionId } = await createScene({ credits: 100, prompts });
  const request = { projectId, panelVersionId, engineIds: [engineId], idempotencyKey: "limits" };
  await asOrg(orgId, async () => {
    const { runId } = unwrap(await requestRun({ ...request, repeats: 1 }));
    unwrap(await reserveRun(runId));
    const asks = await inspect("select id from tracking.ask where run_id = $1", [runId]);
    expect(asks).toHaveLength(ASKS);
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

test("a minute's number holds back what is too much for it", async () => {
  vi.stubEnv("PERPLEXITY_CALLS_PER_MINUTE", "70");
  const bought = buyAll("perplexity");
  await expect.poll(async () => (await log()).engines.perplexity?.requests, { timeout: 10_000 }).toBe(5);
  // As if the seconds had passed in which the rest is permitted.
  await inspect("update ops.call_pool set filled_at = filled_at - interval '5 seconds'");
  await expect
    .poll(async () => (await log()).engines.perplexity?.requests, { timeout: 10_000 })
    .toBeGreaterThanOrEqual(10);
  await bought;
});
