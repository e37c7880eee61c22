import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { healEngines } from "@/server/engine-health/testing/heal-engines";
import { type FaultInput, getEngine, sandboxMarket } from "@/server/engines";
import { AskId, type OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { buyAnswer } from "./buy-answer";
import { haveLessPatience, patience } from "./patience";
import { requestRun } from "./request-run";
import { reserveRun } from "./reserve-run";
import { casesOf } from "./testing/fault-kinds";
import { createScene, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const world = outside();

beforeEach(healEngines);
afterEach(async () => {
  await world.setFaults([]);
  haveLessPatience({ attemptMs: 60_000 });
});

async function plannedAsk(engineId: string): Promise<{ orgId: OrgId; askId: AskId }> {
  const prompts = sandboxMarket.prompts.slice(0, 1).map(({ text }) => text);
  const { orgId, projectId, panelVersionId } = await createScene({ credits: 100, prompts });
  const request = { projectId, panelVersionId, engineIds: [engineId], idempotencyKey: "budget" };
  return asOrg(orgId, async () => {
    const { runId } = unwrap(await requestRun({ ...request, repeats: 1 }));
    unwrap(await reserveRun(runId));
    const [row] = await inspect("select id from tracking.ask where run_id = $1", [runId]);
    return { orgId, askId: AskId.parse(row?.id) };
  });
}

/** Calls that reached the engine. */
async function requestsOf(engineId: string): Promise<number> {
  const log = await (await fetch(`${world.sandboxUrl()}/__sandbox/log`)).json();
  return Number(log.engines[engineId]?.requests ?? 0);
}

/**
 * Tries an ask, any number of times, as if each call had taken all of its time and each wait had passed. How long that was
 * until the ask ended, in ms. `between` is what happens to the ask's row after each try.
 */
async function triedMs(engineId: string, fault: object, between = ""): Promise<{ ms: number; ask: object }> {
  const { orgId, askId } = await plannedAsk(engineId);
  await world.setFaults([{ engine: engineId, ...fault }]);
  const tryMs = patience.attemptMs ?? getEngine(engineId).limits.timeoutMs;
  let ms = 0;
  for (let tries = 0; tries < 40; tries += 1) {
    const before = await requestsOf(engineId);
    const purchase = await asOrg(orgId, async () => unwrap(await buyAnswer(askId, false)));
    const called = (await requestsOf(engineId)) > before ? tryMs : 0;
    const waited = purchase.kind === "try_again" ? purchase.afterMs : 0;
    ms += called + waited;
    if (purchase.kind !== "try_again") break;
    await inspect(
      `update tracking.ask set tried_since = tried_since - make_interval(secs => $2::float8 / 1000) where id = $1`,
      [askId, called + waited],
    );
    if (between !== "") await inspect(between);
    await healEngines();
  }
  const [ask = {}] = await inspect("select state, failure from tracking.ask where id = $1", [askId]);
  return { ms, ask };
}

let [cases, longest] = [0, 0];
afterAll(() =>
  report(
    "engines",
    `${cases} pairs of fault and engine, each try at its full time: the longest ask took ${longest.toFixed(2)} of its budget`,
  ),
);

describe.skipIf(inject("driver") === "neon").each(casesOf(slice(4, 1)))("$id", ({ id, budgetMs, faults }) => {
  test.each(faults)("%s that lasts: tries and waits end within the ask's budget", async (kind) => {
    if (kind.startsWith("slow")) haveLessPatience({ attemptMs: 400 });
    const { ms, ask } = await triedMs(id, { kind, retryAfterSeconds: 20 } satisfies FaultInput);
    expect(ask).toMatchObject({ state: "failed" });
    expect(ms).toBeLessThanOrEqual(budgetMs);
    longest = Math.max(longest, ms / budgetMs);
    cases += 1;
  });
});

test("an ask that ends for lack of time says so, in the engine's last words and its own", async () => {
  const { orgId, askId } = await plannedAsk("chatgpt");
  await world.setFaults([{ engine: "chatgpt", kind: "server_error" }]);
  const { timeoutMs, budgetMs } = getEngine("chatgpt").limits;
  // There is time for this try, and for none after the shortest wait that follows so long a time.
  const tried = budgetMs - (patience.attemptMs ?? timeoutMs) - 20_000;
  await inspect(
    "update tracking.ask set tried_since = now() - make_interval(secs => $2::float8 / 1000) where id = $1",
    [askId, tried],
  );
  const bought = await asOrg(orgId, async () => unwrap(await buyAnswer(askId, false)));
  expect(bought).toEqual({ kind: "ended" });
  expect(await inspect("select state, failure from tracking.ask where id = $1", [askId])).toEqual([
    {
      state: "failed",
      failure: "ChatGPT failed (HTTP 500), and the 10 minutes that an ask may take are over",
    },
  ]);
});

test("control: an ask whose first try is forgotten goes on past its budget", async () => {
  const forget = "update tracking.ask set tried_since = null";
  const { ms } = await triedMs("chatgpt", { kind: "server_error" }, forget);
  expect(ms).toBeGreaterThan(getEngine("chatgpt").limits.budgetMs);
});

test("a job that is sent anew goes on with the time that is left", async () => {
  const { orgId, askId } = await plannedAsk("chatgpt");
  await world.setFaults([{ engine: "chatgpt", kind: "server_error" }]);
  const buy = () => asOrg(orgId, async () => unwrap(await buyAnswer(askId, false)));
  expect(await buy()).toMatchObject({ kind: "try_again" });
  await inspect("update tracking.ask set tried_since = now() - interval '1 hour' where id = $1", [askId]);
  const before = await requestsOf("chatgpt");
  expect(await buy()).toEqual({ kind: "ended" });
  expect(await requestsOf("chatgpt")).toBe(before);
});
