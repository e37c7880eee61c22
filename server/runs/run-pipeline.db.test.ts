import { expect, test, vi } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { readBalance } from "@/server/credits";
import { sandboxMarket } from "@/server/engines";
import { type AskId, type OrgId, PanelVersionId, type RunId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { METRICS } from "@/server/metrics";
import { savePanel } from "@/server/panels";
import { cancelRun, getRun, recordAnswer, requestRun, reserveRun } from "@/server/runs";
import { createScene, driveAsk, driveRun, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const world = outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 3).map((prompt) => prompt.text);
const ENGINES = ["chatgpt", "google_ai_mode"];

const askIdsOf = (runId: RunId) => async () =>
  (await inspect("select id from tracking.ask where run_id = $1 order by id", [runId])).map(
    (row) => row.id as AskId,
  );
const balanceOf = (orgId: OrgId) =>
  asOrg(orgId, async () => unwrap(await withTenant(async (tx) => ok(await readBalance(tx)))).balance);
const get = (orgId: OrgId, runId: RunId) => asOrg(orgId, async () => unwrap(await getRun(runId)));

test("each prompt is asked in its own locale", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const prompts = [{ text: "Which desk?" }, { text: "Welcher Schreibtisch?", locale: "de-DE" }];
  const { runId } = await asOrg(scene.orgId, async () => {
    const { panelVersionId } = unwrap(await savePanel({ ...scene, name: "Main", prompts }));
    const wanted = { ...scene, panelVersionId, engineIds: ENGINES, repeats: 1, idempotencyKey: "locales" };
    return unwrap(await requestRun(wanted));
  });
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  const asked = await inspect(
    `select p.text, a.locale, count(*)::int as asks from tracking.ask a join tracking.prompt p on p.id = a.prompt_id
     where a.run_id = $1 group by 1, 2 order by 1`,
    [runId],
  );
  expect(asked).toEqual([
    { text: "Welcher Schreibtisch?", locale: "de-DE", asks: 2 },
    { text: "Which desk?", locale: "en-US", asks: 2 },
  ]);
});

test("a run asks the whole grid, charges each answer once and gives back the rest", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const before = await world.paidCalls();
  const { runId, priceCredits } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ENGINES, repeats: 2, idempotencyKey: "r1" })),
  );
  expect(priceCredits).toBe(3 * 2 * (2 + 1));
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  const run = await get(scene.orgId, runId);
  expect((await world.paidCalls()) - before).toBe(12);
  expect(run.asks.answered + run.asks.failed).toBe(12);
  expect(run.credits.reserved).toBe(18);
  expect(run.credits.settled + run.credits.released).toBe(18);
  expect(await balanceOf(scene.orgId)).toBe(100 - run.credits.settled);
  const answers = await inspect(
    "select count(*)::int as n, sum(charged)::int as charged from tracking.answer where run_id = $1",
    [runId],
  );
  expect(answers[0]).toMatchObject({ n: 12, charged: run.credits.settled });
  const mentions = await inspect(
    `select a.text, m.spans, b.name from tracking.mention m join tracking.answer a on a.id = m.answer_id
     join tracking.brand b on b.id = m.brand_id where a.run_id = $1`,
    [runId],
  );
  expect(mentions.length).toBeGreaterThan(0);
  for (const { text, spans, name } of mentions as {
    text: string;
    spans: { start: number; end: number }[];
    name: string;
  }[]) {
    for (const { start, end } of spans) expect(text.slice(start, end)).toContain(name);
  }
  const metrics = await inspect("select distinct metric_id from insight.metric_value where project_id = $1", [
    scene.projectId,
  ]);
  expect(metrics.map((row) => row.metric_id).sort()).toEqual(METRICS.map(({ id }) => id).sort());
  expect(await inspect("select * from ops.open_run where run_id = $1", [runId])).toEqual([]);
  expect(world.sent.filter((event) => event.data.runId === runId).map((event) => event.name)).toEqual([
    "run/requested",
    "run/asks.finished",
    "run/closed",
  ]);
});

test("the same key is the same run, and with other settings it is refused", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const request = (repeats: number) =>
    asOrg(scene.orgId, () => requestRun({ ...scene, engineIds: ENGINES, repeats, idempotencyKey: "same" }));
  const [first, second] = [unwrap(await request(1)), unwrap(await request(1))];
  expect(second).toEqual(first);
  const other = await request(2);
  expect(other.ok ? null : other.error.code).toBe("key_reused");
  expect(await inspect("select id from tracking.run where org_id = $1", [scene.orgId])).toHaveLength(1);
});

test("what the wallet can't pay is refused with the numbers, and nothing stands", async () => {
  const scene = await createScene({ credits: 5, prompts: PROMPTS });
  const refused = await asOrg(scene.orgId, () =>
    requestRun({ ...scene, engineIds: ENGINES, idempotencyKey: "poor" }),
  );
  expect(refused.ok ? null : refused.error).toMatchObject({
    code: "insufficient_credits",
    details: { needed: 9, balance: 5 },
  });
  expect(await inspect("select * from tracking.run where org_id = $1", [scene.orgId])).toEqual([]);
  expect(await inspect("select * from ops.outbox where org_id = $1", [scene.orgId])).toEqual([]);
  expect(await balanceOf(scene.orgId)).toBe(5);
});

test("a scheduled run without credits waits, and goes on when there are some", async () => {
  const scene = await createScene({ credits: 5, prompts: PROMPTS });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ENGINES, idempotencyKey: "wait", whenUnpaid: "wait" })),
  );
  const reserve = () => asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)).state);
  expect(await reserve()).toBe("waiting_for_credits");
  expect(await askIdsOf(runId)()).toEqual([]);
  await inspect(
    `with l as (insert into credits.lot (org_id, id, source) values ($1, gen_random_uuid(), 'topup') returning id)
     insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
     select $1, id, 50, 'topup', 'topup:test', 'test', 'test', 'test' from l`,
    [scene.orgId],
  );
  expect(await reserve()).toBe("asking");
  expect(await askIdsOf(runId)()).toHaveLength(6);
});

test("an engine without a key, an unknown panel and a long prompt are refused in words", async () => {
  const scene = await createScene({ credits: 100, prompts: [`${"long ".repeat(200)}?`] });
  const attempt = (input: object) =>
    asOrg(scene.orgId, async () => {
      const result = await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "x", ...input });
      return result.ok ? "started" : result.error.message;
    });
  expect(await attempt({ engineIds: ["google_ai_mode"] })).toMatch(/takes prompts of at most 700 characters/);
  expect(await attempt({ engineIds: ["altavista"] })).toMatch(/no engine is called "altavista"/);
  expect(await attempt({ panelVersionId: PanelVersionId.parse(crypto.randomUUID()) })).toMatch(
    /No such panel/,
  );
  vi.stubEnv("ENGINE_SANDBOX_URL", "");
  expect(await attempt({})).toBe("ChatGPT has no key: set OPENAI_API_KEY");
  vi.stubEnv("ENGINE_SANDBOX_URL", world.sandboxUrl());
});

test("sixteen workers that race for one ask buy it once", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS.slice(0, 1) });
  const before = await world.paidCalls();
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "race" })),
  );
  await asOrg(scene.orgId, async () => {
    unwrap(await reserveRun(runId));
    const [askId] = await askIdsOf(runId)();
    if (!askId) throw new Error("no ask was planned");
    await Promise.all(Array.from({ length: 16 }, () => driveAsk(askId)));
  });
  expect((await world.paidCalls()) - before).toBe(1);
  expect(await inspect("select * from credits.settlement where org_id = $1", [scene.orgId])).toHaveLength(1);
});

test("a stale worker's answer is dropped, and a second recording changes nothing", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS.slice(0, 1) });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "stale" })),
  );
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  const [body] = await inspect("select ask_id, lease_token from tracking.raw_body where org_id = $1", [
    scene.orgId,
  ]);
  const again = (lease: string) => asOrg(scene.orgId, () => recordAnswer(body?.ask_id as AskId, lease));
  expect((await again(String(body?.lease_token))).ok).toBe(true);
  const stranger = await again(crypto.randomUUID());
  expect(stranger.ok ? null : stranger.error.code).toBe("not_found");
  expect(await inspect("select id from tracking.answer where org_id = $1", [scene.orgId])).toHaveLength(1);
});

test("a call that was lost in flight is bought again once and charged once; lost twice, it is orphaned and free", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS.slice(0, 2) });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "lost" })),
  );
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  const [once, twice] = await askIdsOf(runId)();
  const lose = (askId: AskId | undefined, calls: number) =>
    inspect(
      `update tracking.ask set state = 'claimed', calls = $2, lease_token = gen_random_uuid(),
       lease_until = clock_timestamp() - interval '1 second' where id = $1`,
      [askId, calls],
    );
  await lose(once, 1);
  await lose(twice, 2);
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  const run = await get(scene.orgId, runId);
  expect(run).toMatchObject({
    state: "partial",
    asks: { answered: 1, orphaned: 1 },
    credits: { settled: 2, released: 2 },
  });
  expect(await balanceOf(scene.orgId)).toBe(98);
});

test("a worker that died between the last answer and its announcement leaves a run that the next try closes", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS.slice(0, 1) });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "silent" })),
  );
  await asOrg(scene.orgId, async () => {
    unwrap(await reserveRun(runId));
    const [askId] = await askIdsOf(runId)();
    if (!askId) throw new Error("no ask was planned");
    await driveAsk(askId);
    await inspect("delete from ops.outbox where name = 'run/asks.finished' and org_id = $1", [scene.orgId]);
    const mark = world.sent.length;
    await driveAsk(askId);
    expect(world.sent.slice(mark).map((event) => event.name)).toEqual(["run/asks.finished"]);
  });
});

test("a live claim is left alone", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS.slice(0, 1) });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "held" })),
  );
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  const before = await world.paidCalls();
  await inspect(
    `update tracking.ask set state = 'claimed', calls = 1, lease_token = gen_random_uuid(),
     lease_until = clock_timestamp() + interval '1 minute' where run_id = $1`,
    [runId],
  );
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  expect(await world.paidCalls()).toBe(before);
  expect((await get(scene.orgId, runId)).state).toBe("asking");
});

test("cancelling stops what was not asked yet, charges what was, and refunds to the unit", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "cancel" })),
  );
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  const [first] = await askIdsOf(runId)();
  await asOrg(scene.orgId, async () => {
    if (first) await driveAsk(first);
    unwrap(await cancelRun({ runId, idempotencyKey: crypto.randomUUID() }));
  });
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  const run = await get(scene.orgId, runId);
  expect(run).toMatchObject({
    state: "cancelled",
    asks: { answered: 1, cancelled: 2 },
    credits: { settled: 2, released: 4 },
  });
  expect(await balanceOf(scene.orgId)).toBe(98);
  const again = await asOrg(scene.orgId, () => cancelRun({ runId, idempotencyKey: crypto.randomUUID() }));
  expect(again.ok ? null : again.error.code).toBe("conflict");
});

test("an engine that fails leaves a run that says so, and every credit back", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ENGINES, idempotencyKey: "faults" })),
  );
  await world.setFaults([{ kind: "server_error", share: 1 }]);
  await driveRun(scene.orgId, runId, askIdsOf(runId));
  await world.setFaults([]);
  expect(await get(scene.orgId, runId)).toMatchObject({
    state: "failed",
    asks: { answered: 0, failed: 6 },
    credits: { settled: 0, released: 9 },
  });
  expect(await balanceOf(scene.orgId)).toBe(100);
});
