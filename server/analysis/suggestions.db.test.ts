import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { brandScene } from "@/server/projects/testing/brand-scene";
import { getAnalysis } from "./get-analysis";
import { type StandIn, startStandIn } from "./stand-in/start-stand-in";
import { suggestPrompts } from "./suggest-prompts";
import { suggestRivals } from "./suggest-rivals";

const { inspect } = testDatabase();
let standIn: StandIn;
let scene: Awaited<ReturnType<typeof brandScene>>;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await standIn.close();
});
beforeEach(async () => {
  scene = await brandScene();
  standIn.forget();
  withModel();
});

function withModel() {
  vi.stubEnv("ANALYSIS_BASE_URL", standIn.url);
  vi.stubEnv("ANALYSIS_SMALL_MODEL", "small");
  vi.stubEnv("ANALYSIS_LARGE_MODEL", "large");
}

function withoutModel() {
  vi.stubEnv("ANALYSIS_BASE_URL", "");
}

const prompts = () =>
  scene.as(async () =>
    unwrap(await suggestPrompts({ projectId: scene.projectId, category: "standing desk", count: 8 })),
  );
const rivals = () => scene.as(async () => unwrap(await suggestRivals({ projectId: scene.projectId })));
const ANSWERS = [
  "1. **Halvorn** – solid\n2. **Kestrel** – quiet\n3. **NoteFlow** – cheap",
  "- Kestrel: good\n- Sedia: fine",
];

test("prompts are suggested by the large model, from the project's brands and prompts, and none is saved", async () => {
  const suggested = await prompts();
  expect(suggested.provenance).toEqual({ judge: "large", promptVersion: "prompt_suggestions.v1", why: null });
  expect(suggested.prompts).toHaveLength(8);
  const [request] = standIn.requests;
  for (const known of ["Halvorn", "NoteFlow", "Verticore", "Which desk?", "standing desk"])
    expect(request?.body).toContain(known);
  expect(
    await inspect("select count(*)::int as n from tracking.panel_version where org_id = $1", [scene.orgId]),
  ).toEqual([{ n: 1 }]);
});

test("without a model the rules suggest, and say so", async () => {
  withoutModel();
  const suggested = await prompts();
  expect(suggested.prompts).toHaveLength(8);
  expect(suggested.provenance).toEqual({
    judge: "rules@1.0.0",
    promptVersion: null,
    why: "No analysis model is set up here, so the rules answered.",
  });
  expect(standIn.requests).toEqual([]);
});

test("rivals come from the stored answers, with what they stand in and in how many, and no tracked brand is among them", async () => {
  await scene.store(ANSWERS);
  for (const configure of [withModel, withoutModel]) {
    configure();
    const suggested = await rivals();
    expect(suggested.looked).toBe(2);
    expect(suggested.rivals.map(({ name, answers }) => [name, answers])).toEqual([
      ["Kestrel", 2],
      ["Sedia", 1],
    ]);
    for (const { name, quote } of suggested.rivals) expect(quote).toContain(name);
  }
});

test("without answers no rival is suggested, whatever a model makes up", async () => {
  standIn.setAnswers({ rival_suggestions: () => ({ rivals: [{ name: "Kestrel", quote: "" }] }) });
  expect((await rivals()).rivals).toEqual([]);
  standIn.setAnswers({});
});

test("viewers ask for nothing, and another org's project isn't there", async () => {
  const asViewer = await scene.as(() => suggestPrompts({ projectId: scene.projectId }), "viewer");
  expect(asViewer).toMatchObject({ ok: false, error: { code: "forbidden" } });
  expect(await scene.as(() => suggestRivals({ projectId: scene.projectId }), "viewer")).toMatchObject({
    ok: false,
  });
  const other = await createTestOrg();
  const { projectId } = scene;
  const refused = { ok: false, error: { code: "not_found" } };
  expect(await asOrg(other, () => suggestPrompts({ projectId }))).toMatchObject(refused);
  expect(await asOrg(other, () => suggestRivals({ projectId }))).toMatchObject(refused);
  expect(standIn.requests).toEqual([]);
});

test("the settings tell the models, the month's tokens and what is asked by now, and no key or address", async () => {
  vi.stubEnv("ANALYSIS_API_KEY", "sk-canary-0123456789abcdef");
  await prompts();
  const told = await scene.as(async () => unwrap(await getAnalysis()), "viewer");
  expect(told).toMatchObject({
    models: { small: "small", large: "large" },
    similar: false,
    tokens: { allowance: 200_000, held: 0, calls: 1 },
  });
  expect(told.tokens.used).toBeGreaterThan(100);
  expect(told.tasks.map(({ id }) => id)).toEqual([
    "disambiguation",
    "claims",
    "support",
    "prompt_suggestions",
    "rival_suggestions",
    "site_reading",
  ]);
  expect(JSON.stringify(told)).not.toMatch(/canary|127\.0\.0\.1/);
  withoutModel();
  expect((await scene.as(async () => unwrap(await getAnalysis()))).models).toBeNull();
});
