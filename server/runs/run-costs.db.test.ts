import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { countRunCosts } from "@/server/ceiling";
import { saveEngineKey } from "@/server/engine-keys";
import { getEngine, sandboxMarket } from "@/server/engines";
import type { AskId, RunId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { beginClosing, finishRun, releaseRun, requestRun, reserveRun } from "@/server/runs";
import { claimAsk } from "./claim-ask";
import { keyRecorder } from "./testing/key-recorder";
import { createScene, driveAsk, driveRun, outside } from "./testing/run-scene";

const { inspect } = testDatabase({ max: 16 });
const world = outside();
const vendor = keyRecorder(world.sandboxUrl);
const PROMPTS = sandboxMarket.prompts.slice(0, 4).map(({ text }) => text);
const ENGINES = ["chatgpt", "google_ai_overviews", "openai_compatible"];

beforeEach(async () => {
  await inspect("truncate ops.engine_cost, ops.spend");
});
afterEach(async () => {
  await world.setFaults([]);
  for (const name of ["ENGINE_DAILY_CEILING_USD", "OPENAI_API_KEY", "OPENAI_BASE_URL"]) vi.stubEnv(name, "");
  vi.stubEnv("ENGINE_SANDBOX_URL", world.sandboxUrl());
});

type Scene = Awaited<ReturnType<typeof createScene>>;
const newScene = (prompts = PROMPTS) => createScene({ credits: 10_000, prompts });
const askIdsOf = (runId: RunId) => async () =>
  (
    await inspect("select id from tracking.ask where run_id = $1 and state = 'planned' order by id", [runId])
  ).map((row) => row.id as AskId);
const request = (scene: Scene, engineIds = ENGINES, repeats = 1) =>
  asOrg(scene.orgId, async () => {
    const idempotencyKey = crypto.randomUUID();
    return unwrap(await requestRun({ ...scene, engineIds, repeats, idempotencyKey })).runId;
  });
const drive = async (scene: Scene, engineIds = ENGINES) => {
  const runId = await request(scene, engineIds);
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  return runId;
};

/** What the stored answers of these runs say themselves, by engine. */
const stored = (runIds: readonly RunId[]) =>
  inspect(
    `select a.engine_id, count(w.id) filter (where w.state <> 'provider_error')::int as answers,
       (sum(a.calls) - count(w.cost_micros))::int as uncosted, sum(coalesce(w.charged, 0))::int as credits,
       coalesce(sum(w.cost_micros), 0)::int as cost_micros
     from tracking.ask a left join tracking.answer w on w.ask_id = a.id
     where a.run_id = any($1) and a.calls > 0 group by 1 order by 1`,
    [runIds],
  );
const counted = () =>
  inspect(
    `select engine_id, sum(answers)::int as answers, sum(uncosted)::int as uncosted, sum(credits)::int as credits,
       sum(cost_micros)::int as cost_micros from ops.engine_cost group by 1 order by 1`,
  );

describe("what a run's asks cost us and brought in", () => {
  test("is counted when it ends, over all orgs, to the micro and the credit; failures that cost nothing are not in it", async () => {
    const [one, other] = [await newScene(), await newScene()];
    const first = await drive(one);
    await world.setFaults([{ kind: "server_error", engine: "chatgpt", share: 1 }]);
    const second = await drive(other);
    await world.setFaults([]);
    const rows = await counted();
    expect(rows).toEqual(await stored([first, second]));
    expect(rows).toMatchObject([
      { engine_id: "chatgpt", answers: 4, uncosted: 0, credits: 8 },
      { engine_id: "google_ai_overviews", answers: 8, uncosted: 0 },
      { engine_id: "openai_compatible", answers: 8, uncosted: 8, credits: 8, cost_micros: 0 },
    ]);
    expect(Number(rows[0]?.cost_micros)).toBeGreaterThan(0);
    const [{ day, today, payer } = {}] = await inspect(
      "select distinct day::text, (now() at time zone 'utc')::date::text as today, payer from ops.engine_cost",
    );
    expect([day, payer]).toEqual([today, "sandbox"]);
  });

  test("counts once: ending a run again adds nothing, and runs that end at once are all counted", async () => {
    const rounds = slice(3, 40);
    let counts = 0;
    for (let round = 0; round < rounds; round += 1) {
      await inspect("truncate ops.engine_cost");
      const scenes = await Promise.all(Array.from({ length: 8 }, () => newScene(PROMPTS.slice(0, 1))));
      const runs = await Promise.all(scenes.map(async (scene) => ({ scene, runId: await request(scene) })));
      for (const { scene, runId } of runs)
        await asOrg(scene.orgId, async () => {
          unwrap(await reserveRun(runId));
          for (const askId of await askIdsOf(runId)()) await driveAsk(askId);
          unwrap(await beginClosing(runId));
          unwrap(await releaseRun(runId));
        });
      await Promise.all(
        [...runs, ...runs].map(({ scene, runId }) =>
          asOrg(scene.orgId, async () => unwrap(await finishRun(runId))),
        ),
      );
      expect(await counted()).toEqual(await stored(runs.map(({ runId }) => runId)));
      counts += runs.length;
    }
    report(
      "ceiling",
      `${counts} runs, 8 at a time ended twice at once: answers, credits and costs counted once`,
    );
  }, 600_000);

  test("control: counting a run again would be seen", async () => {
    const scene = await newScene();
    const runId = await drive(scene);
    unwrap(await asOrg(scene.orgId, () => withTenant(async (tx) => ok(await countRunCosts(tx, runId)))));
    expect(await counted()).not.toEqual(await stored([runId]));
  });

  test("is, with the estimates of unknown calls, what the ceiling counted for the day; a lost call is in both", async () => {
    vi.stubEnv("ENGINE_DAILY_CEILING_USD", "100");
    const scene = await newScene();
    const runId = await request(scene, ["chatgpt", "openai_compatible"]);
    await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
    const [lost] = await askIdsOf(runId)();
    if (!lost) throw new Error("nothing was planned");
    await asOrg(scene.orgId, async () => unwrap(await claimAsk(lost)));
    await inspect("update tracking.ask set lease_until = now() - interval '1 minute' where id = $1", [lost]);
    await asOrg(scene.orgId, () => driveAsk(lost));
    await driveRun(scene.orgId, runId, askIdsOf(runId));
    const rows = await counted();
    expect(rows).toEqual(await stored([runId]));
    expect(rows.reduce((sum, row) => sum + Number(row.uncosted), 0)).toBe(4 + 1);
    for (const { engine_id, cost_micros, uncosted } of rows) {
      const engineId = String(engine_id);
      const [spent] = await inspect("select micros::int from ops.spend where scope = $1", [
        `engine:${engineId}`,
      ]);
      const cost = Number(cost_micros) + Number(uncosted) * getEngine(engineId).estimateMicros;
      expect(cost, engineId).toBe(spent?.micros);
    }
  });

  test("stands apart where the org's own key paid", async () => {
    vi.stubEnv("ENGINE_SANDBOX_URL", "");
    vi.stubEnv("OPENAI_BASE_URL", `${vendor.url()}/v1`);
    vi.stubEnv("OPENAI_API_KEY", "the-platforms-own-key-0001");
    const [own, other] = [await newScene(), await newScene()];
    const secret = `own${crypto.randomUUID()}`;
    await asOrg(own.orgId, async () => unwrap(await saveEngineKey({ provider: "openai", secret })));
    const runIds = [await drive(own, ["chatgpt"]), await drive(other, ["chatgpt"])];
    const rows = await inspect("select payer, answers, credits::int from ops.engine_cost order by 1");
    expect(rows).toEqual([
      { payer: "own_key", answers: 4, credits: 8 },
      { payer: "platform", answers: 4, credits: 8 },
    ]);
    expect(await counted()).toEqual(await stored(runIds));
  });
});
