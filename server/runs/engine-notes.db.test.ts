import { afterEach, beforeEach, expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { sandboxMarket } from "@/server/engines";
import { AskId, type RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { getRunPage, listRunOptions, quoteRun, requestRun, retryRun } from "@/server/runs";
import { createScene, driveRun, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const world = outside();
const ENGINES = ["chatgpt", "perplexity"];
const PAUSED = "ChatGPT is paused: its answers are cut off";
const RESTING = "ChatGPT is not answering at the moment";

let scene: Awaited<ReturnType<typeof createScene>>;
let partial: RunId;

const asksOf = async (runId: RunId) =>
  (await inspect("select id from tracking.ask where run_id = $1", [runId])).map(({ id }) => AskId.parse(id));
const request = (idempotencyKey: string) =>
  asOrg(scene.orgId, () => requestRun({ ...scene, engineIds: ENGINES, repeats: 1, idempotencyKey }));

beforeEach(async () => {
  const prompts = sandboxMarket.prompts.slice(0, 2).map(({ text }) => text);
  scene = await createScene({ credits: 100, prompts });
  await world.setFaults([{ kind: "server_error", engine: "chatgpt" }]);
  const run = unwrap(await request("partial"));
  await driveRun(scene.orgId, run.runId, () => asksOf(run.runId));
  await world.setFaults([]);
  partial = run.runId;
});
afterEach(async () => {
  await inspect("delete from ops.engine_health");
});

const stand = (columns: string, values: string) =>
  inspect(
    `insert into ops.engine_health (engine_id, ${columns}) values ('chatgpt', ${values})
     on conflict (engine_id) do update set (engine_id, ${columns}) = row('chatgpt', ${values})`,
  );
/** What the start-run form, its price and the retry's dialog are told. */
const told = () =>
  asOrg(scene.orgId, async () => {
    const { engines } = unwrap(await listRunOptions({ projectId: scene.projectId }));
    const quote = await quoteRun({ ...scene, engineIds: ENGINES });
    const { retry } = unwrap(await getRunPage({ projectId: scene.projectId, runId: partial }));
    const option = engines.find(({ engineId }) => engineId === "chatgpt");
    return { option, quote: quote.ok ? quote.value : quote.error, retry };
  });
const retry = () => asOrg(scene.orgId, () => retryRun({ runId: partial, idempotencyKey: "again" }));

test("an engine that is simply asked has nothing said of it", async () => {
  expect(await told()).toMatchObject({
    option: { problem: null, resting: null },
    quote: { resting: [] },
    retry: { problem: null, resting: [] },
  });
});

test("a paused engine can't be chosen, quoted, run or asked again, and each place says why", async () => {
  await stand("paused_reason", "'its answers are cut off'");
  expect(await told()).toMatchObject({
    option: { problem: PAUSED, resting: null },
    quote: { code: "engine_unavailable", message: PAUSED },
    retry: { problem: PAUSED },
  });
  const refused = { ok: false, error: { code: "engine_unavailable", message: PAUSED } };
  expect(await request("another")).toMatchObject(refused);
  expect(await retry()).toMatchObject(refused);
});

test("an engine whose breaker is open can be chosen, and each place says that it isn't answering", async () => {
  await stand("state, open_until", "'open', now() + interval '1 minute'");
  expect(await told()).toMatchObject({
    option: { problem: null, resting: RESTING },
    quote: { resting: [RESTING] },
    retry: { problem: null, resting: [RESTING] },
  });
  expect(await request("another")).toMatchObject({ ok: true });
  expect(await retry()).toMatchObject({ ok: true });
});
