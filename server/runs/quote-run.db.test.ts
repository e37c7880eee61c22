import { expect, test, vi } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { engines, sandboxMarket } from "@/server/engines";
import { PanelVersionId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { savePanel } from "@/server/panels";
import { getRunPage, listRunOptions, quoteRun, requestRun, reserveRun } from "@/server/runs";
import { createScene, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const world = outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 3).map((prompt) => prompt.text);
const ENGINES = ["chatgpt", "google_ai_mode"];

test.each([
  { engineIds: ENGINES, repeats: 1, credits: 9, asks: 6 },
  { engineIds: ["chatgpt"], repeats: 5, credits: 30, asks: 15 },
  { engineIds: ["google_ai_mode"], repeats: 28, credits: 84, asks: 84 },
])("$credits credits quoted for $engineIds × $repeats are what the run reserves", async (wanted) => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const quote = await asOrg(scene.orgId, async () => unwrap(await quoteRun({ ...scene, ...wanted })));
  expect(quote).toMatchObject({
    credits: wanted.credits,
    asks: wanted.asks,
    available: 100,
    availableAfter: 100 - wanted.credits,
    payable: true,
  });
  expect(quote.engines.reduce((sum, engine) => sum + engine.credits, 0)).toBe(wanted.credits);
  const page = await asOrg(scene.orgId, async () => {
    const { runId } = unwrap(await requestRun({ ...scene, ...wanted, idempotencyKey: "quoted" }));
    unwrap(await reserveRun(runId));
    return unwrap(await getRunPage({ projectId: scene.projectId, runId }));
  });
  expect(page.credits.reserved).toBe(quote.credits);
  expect(page.progress.total).toBe(quote.asks);
  expect(page.available).toBe(quote.availableAfter);
});

test("a quote beyond the wallet says so in numbers, and the request is refused with the same ones", async () => {
  const scene = await createScene({ credits: 5, prompts: PROMPTS });
  const wanted = { ...scene, engineIds: ENGINES };
  const quote = await asOrg(scene.orgId, async () => unwrap(await quoteRun(wanted)));
  expect(quote).toMatchObject({ credits: 9, available: 5, availableAfter: -4, payable: false });
  const refused = await asOrg(scene.orgId, () => requestRun({ ...wanted, idempotencyKey: "poor" }));
  expect(refused.ok ? null : refused.error.details).toEqual({ needed: 9, balance: 5 });
});

test("credits of an expired lot can't start a run, swept or not", async () => {
  const scene = await createScene({ credits: 9, prompts: PROMPTS });
  await inspect("update credits.lot set expires_at = now() - interval '1 day' where org_id = $1", [
    scene.orgId,
  ]);
  const wanted = { ...scene, engineIds: ENGINES };
  expect(await asOrg(scene.orgId, async () => unwrap(await quoteRun(wanted)))).toMatchObject({
    available: 0,
    payable: false,
  });
  const refused = await asOrg(scene.orgId, () => requestRun({ ...wanted, idempotencyKey: "expired" }));
  expect(refused.ok ? null : refused.error.code).toBe("insufficient_credits");
});

test("a quote refuses what a request refuses, and writes nothing", async () => {
  const scene = await createScene({ credits: 100, prompts: [`${"long ".repeat(200)}?`] });
  const quote = (input: object) =>
    asOrg(scene.orgId, async () => {
      const result = await quoteRun({ ...scene, engineIds: ["chatgpt"], ...input });
      return result.ok ? "quoted" : result.error.message;
    });
  const versions = () => inspect("select distinct version from catalog.price order by 1");
  const before = await versions();
  expect(await quote({})).toBe("quoted");
  expect(await versions()).toEqual(before);
  expect(await quote({ engineIds: ["google_ai_mode"] })).toMatch(/takes prompts of at most 700 characters/);
  expect(await quote({ engineIds: [] })).toMatch(/choose at least one engine/);
  expect(await quote({ repeats: 29 })).toMatch(/is 28 at most/);
  expect(await quote({ panelVersionId: PanelVersionId.parse(crypto.randomUUID()) })).toMatch(/No such panel/);
});

test("the options are the newest version of each panel, every engine with its price, and why one can't be asked", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const { projectId } = scene;
  const save = (name: string, texts: string[]) =>
    asOrg(scene.orgId, async () =>
      unwrap(await savePanel({ projectId, name, prompts: texts.map((text) => ({ text })) })),
    );
  const newest = await save("Main", ["best desk?", "cheap desk?"]);
  const other = await save("Another", ["quiet desk?"]);
  const options = () => asOrg(scene.orgId, async () => unwrap(await listRunOptions({ projectId })));
  expect(await options()).toMatchObject({
    panels: [
      { name: "Another", version: 1, prompts: 1, panelVersionId: other.panelVersionId },
      { name: "Main", version: 2, prompts: 2, panelVersionId: newest.panelVersionId },
    ],
    usualPanelId: null,
    usualEngineIds: ["chatgpt", "perplexity"],
    sandbox: true,
    available: 100,
    mayStart: true,
  });
  const { engines: offered } = await options();
  expect(offered.map(({ engineId }) => engineId)).toEqual(engines.map(({ id }) => id));
  expect(offered.every(({ problem }) => problem === null)).toBe(true);
  expect(offered).toContainEqual(
    expect.objectContaining({ engineId: "chatgpt", label: "ChatGPT", surface: "api", credits: 2 }),
  );
  const started = { ...scene, ...newest, engineIds: ["grok", "google_ai_mode"], idempotencyKey: "usual" };
  await asOrg(scene.orgId, async () => unwrap(await requestRun(started)));
  expect(await options()).toMatchObject({
    usualPanelId: newest.panelId,
    usualEngineIds: ["google_ai_mode", "grok"],
  });
  vi.stubEnv("ENGINE_SANDBOX_URL", "");
  const keyless = await options();
  vi.stubEnv("ENGINE_SANDBOX_URL", world.sandboxUrl());
  expect(keyless.sandbox).toBe(false);
  expect(keyless.engines[0]).toMatchObject({ problem: "ChatGPT has no key: set OPENAI_API_KEY" });
  expect(keyless.usualEngineIds).toEqual([]);
});
