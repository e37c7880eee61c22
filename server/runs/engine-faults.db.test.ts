import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { readBalance } from "@/server/credits";
import { forgetStandings } from "@/server/engine-health/known-standings";
import { reportCall } from "@/server/engine-health/report-call";
import { takeProbe } from "@/server/engine-health/take-probe";
import { healEngines } from "@/server/engine-health/testing/heal-engines";
import { engines, type FaultInput, sandboxMarket } from "@/server/engines";
import { AskId, type OrgId, type RunId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { buyAnswer } from "./buy-answer";
import { getRun } from "./get-run";
import { haveLessPatience } from "./patience";
import { requestRun } from "./request-run";
import { casesOf, FAULT_COUNTS, TRIES } from "./testing/fault-kinds";
import { createScene, driveRun, outside } from "./testing/run-scene";

const GRANT = 1_000;
const { inspect } = testDatabase();
const world = outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 12).map(({ text }) => text);

beforeEach(healEngines);
afterEach(async () => {
  await world.setFaults([]);
  haveLessPatience({ attemptMs: 60_000 });
});

const asksOf = async (runId: RunId, engineId?: string) =>
  (
    await inspect(
      "select id from tracking.ask where run_id = $1 and ($2::text is null or engine_id = $2) order by id",
      [runId, engineId ?? null],
    )
  ).map(({ id }) => AskId.parse(id));
const failuresOf = async (runId: RunId) =>
  (
    await inspect("select distinct failure from tracking.ask where run_id = $1 and state = 'failed'", [runId])
  ).map(({ failure }) => failure);
const availableOf = (orgId: OrgId) =>
  asOrg(orgId, async () => unwrap(await withTenant(async (tx) => ok(await readBalance(tx))))).then(
    ({ available }) => available,
  );
/** Every call that reached the engine, billed or not. */
async function callsOf(engineId: string): Promise<number> {
  const log = await (await fetch(`${world.sandboxUrl()}/__sandbox/log`)).json();
  return Number(log.engines[engineId]?.requests ?? 0);
}

let [lasting, passing, altered] = [0, 0, 0];
afterAll(() =>
  report(
    "engines",
    `${FAULT_COUNTS.wire} faults of the wire and ${FAULT_COUNTS.answers} of the answer × ${engines.length} engines: ${lasting} lasting ones ended as partial with the unspent credits back to the unit, ${passing} passing ones and ${altered} altered answers as complete`,
  ),
);

// `npm test` takes every fourth pair of engine and fault, other ones of each engine: all engines, all faults.
const CASES = casesOf(slice(4, 1));

describe.skipIf(inject("driver") === "neon").each(CASES)("$id", ({ id, credits, faults, answers }) => {
  const healthy = id === "chatgpt" ? "perplexity" : "chatgpt";

  async function runWith(kind: FaultInput["kind"], strikes: object) {
    const { orgId, projectId, panelVersionId } = await createScene({
      credits: GRANT,
      prompts: PROMPTS.slice(0, 1),
    });
    await world.setFaults([{ kind, engine: id, retryAfterSeconds: 0, ...strikes }]);
    if (kind.startsWith("slow")) haveLessPatience({ attemptMs: 400 });
    const calls = await callsOf(id);
    const request = { projectId, panelVersionId, engineIds: [id, healthy], idempotencyKey: "faults" };
    const { runId } = await asOrg(orgId, async () => unwrap(await requestRun({ ...request, repeats: 1 })));
    await driveRun(orgId, runId, () => asksOf(runId));
    const run = await asOrg(orgId, async () => unwrap(await getRun(runId)));
    return { run, calls: (await callsOf(id)) - calls, available: await availableOf(orgId) };
  }

  test.each(faults)("%s that lasts: a partial run, and nothing is charged for it", async (kind, calls) => {
    const after = await runWith(kind, {});
    expect(after.run).toMatchObject({ state: "partial", asks: { answered: 1, failed: 1 } });
    expect(after.run.credits.released).toBe(credits);
    expect(after.available).toBe(GRANT - after.run.credits.settled);
    expect(after.calls).toBe(calls);
    lasting += 1;
  });

  test.each(faults)("%s that passes: asked again, a complete run", async (kind) => {
    const after = await runWith(kind, { firstAttempts: 1 });
    expect(after.run).toMatchObject({ state: "complete", asks: { answered: 2, failed: 0 } });
    expect(after.available).toBe(GRANT - after.run.credits.settled);
    expect(after.calls).toBe(2);
    passing += 1;
  });

  test.each(answers)("%s: asked once, a complete run, charged as what the answer is", async (kind) => {
    const after = await runWith(kind, {});
    expect(after.run).toMatchObject({ state: "complete", asks: { answered: 2, failed: 0 } });
    const { reserved, settled, released } = after.run.credits;
    expect([settled + released, after.available]).toEqual([reserved, GRANT - settled]);
    expect(after.calls).toBe(1);
    altered += 1;
  });
});

describe("an engine that is down for a whole run", () => {
  async function downRun() {
    const scene = await createScene({ credits: GRANT, prompts: PROMPTS });
    const { orgId, projectId, panelVersionId } = scene;
    const request = { projectId, panelVersionId, engineIds: ["chatgpt", "perplexity"], repeats: 2 };
    const { runId } = await asOrg(orgId, async () =>
      unwrap(await requestRun({ ...request, idempotencyKey: "down" })),
    );
    return { orgId, runId };
  }

  test("is called a dozen times and not for every ask; what it wasn't asked says so and costs nothing", async () => {
    await world.setFaults([{ kind: "server_error", engine: "chatgpt" }]);
    const calls = await callsOf("chatgpt");
    const { orgId, runId } = await downRun();
    await driveRun(orgId, runId, () => asksOf(runId));
    const run = await asOrg(orgId, async () => unwrap(await getRun(runId)));
    expect(run).toMatchObject({ state: "partial", asks: { answered: 24, failed: 24 } });
    expect(await failuresOf(runId)).toContain("ChatGPT is not answering at the moment");
    expect(await availableOf(orgId)).toBe(GRANT - run.credits.settled);
    const made = (await callsOf("chatgpt")) - calls;
    expect(made).toBeLessThan(15);
    report(
      "engines",
      `24 asks of an engine that is down, three tries each: ${made} calls, and ${24 * TRIES} without the breaker`,
    );
  });

  test("control: when its failures are forgotten before each try, every try calls it", async () => {
    await world.setFaults([{ kind: "server_error", engine: "chatgpt" }]);
    const calls = await callsOf("chatgpt");
    const { orgId, runId } = await downRun();
    await driveRun(orgId, runId, async () => []);
    await asOrg(orgId, async () => {
      for (const askId of await asksOf(runId, "chatgpt"))
        for (let attempt = 1; attempt <= TRIES; attempt += 1) {
          await healEngines();
          unwrap(await buyAnswer(askId, attempt === TRIES));
        }
    });
    expect((await callsOf("chatgpt")) - calls).toBe(24 * TRIES);
  });

  test("is asked once when its time has come, and by everybody when that was answered", async () => {
    await world.setFaults([{ kind: "server_error", engine: "chatgpt" }]);
    const { orgId, runId } = await downRun();
    await driveRun(orgId, runId, async () => []);
    const asks = await asksOf(runId, "chatgpt");
    const buy = (askId: AskId | undefined) =>
      asOrg(orgId, async () => unwrap(await buyAnswer(asId(askId), false)));
    for (const askId of asks.slice(0, 10)) await buy(askId);
    const resting = await buy(asks[10]);
    expect(resting).toMatchObject({ kind: "try_again", why: "ChatGPT is not answering at the moment" });
    await world.setFaults([]);
    await inspect("update ops.engine_health set state = 'open', openings = 1, open_until = now()");
    const probe = unwrap(await takeProbe("chatgpt", 60_000));
    forgetStandings();
    const calls = await callsOf("chatgpt");
    const tries = await Promise.all(asks.slice(0, 8).map(buy));
    expect(tries.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => "try_again"));
    expect((await callsOf("chatgpt")) - calls).toBe(0);
    await inspect("update ops.engine_health set probe_until = now()");
    forgetStandings();
    // Whoever held the probe died with it: this ask is the next one.
    expect(await buy(asks[0])).toMatchObject({ kind: "bought" });
    unwrap(await reportCall("chatgpt", { outcome: "fault", probe, answeredSince: 0 }, "timeout"));
    const after = await Promise.all(asks.slice(8, 16).map(buy));
    expect(after.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => "bought"));
  });
});

function asId(askId: AskId | undefined): AskId {
  if (!askId) throw new Error("no such ask");
  return askId;
}
