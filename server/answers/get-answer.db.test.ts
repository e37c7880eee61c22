import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { asOrg, createTestOrg, createTestProject, type TestProject } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { getAnswer, getRawBody } from "@/server/answers";
import { type AnswerId, type BrandId, newId, type OrgId, type RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { addTestAnswer, addTestBrands, addTestRun, type WantedAnswer } from "./testing/test-answers";

const { inspect } = testDatabase();

let orgId: OrgId;
let project: TestProject;
let runId: RunId;
let brands: BrandId[];

beforeAll(async () => {
  orgId = await createTestOrg();
  project = await createTestProject(orgId, { prompts: 2 });
  brands = await addTestBrands(orgId, project, "Acme", "Zeppelin", "Rocket");
  runId = await addTestRun(orgId, project);
});

const add = (wanted: WantedAnswer, to = project) => addTestAnswer(orgId, to, runId, wanted);
const get = (answerId: AnswerId) => asOrg(orgId, async () => unwrap(await getAnswer({ answerId })));
const brandAt = (index: number): BrandId => brands[index] ?? newId<BrandId>();

test("an answer comes with its ask, run, prompt, panel, brands and citations", async () => {
  const text = "Rocket first, then Acme.";
  const answerId = await add({
    text,
    named: [
      { brandId: brandAt(2), rank: 1, spans: [{ start: 0, end: 6 }] },
      { brandId: brandAt(0), spans: [{ start: 19, end: 23 }] },
    ],
    cited: [
      { url: "https://acme.com/a", domain: "acme.com", owner: brandAt(0) },
      { url: "https://rocket.example", domain: "rocket.example", owner: brandAt(2), kind: "retrieved" },
      { url: "https://news.example", domain: "news.example", kind: "linked" },
    ],
  });
  const dto = await get(answerId);
  expect(dto).toMatchObject({
    text,
    state: "answered",
    reason: null,
    engine: { engineId: "chatgpt", label: "ChatGPT" },
    prompt: { text: "Question 0?", intent: "category" },
    panel: { name: "Test panel", version: 1 },
    run: { runId, kind: "ask", state: "complete" },
    usage: { inputTokens: 10, outputTokens: 20 },
    costMicros: 12_300,
    charged: 2,
    locale: "en-US",
    rawBody: { verified: true, latencyMs: 1234, bytes: text.length, parser: "chatgpt" },
  });
  expect(dto.brands.map(({ name, own, mention }) => [name, own, mention?.order ?? null])).toEqual([
    ["Acme", true, 2],
    ["Rocket", false, 1],
    ["Zeppelin", false, null],
  ]);
  expect(dto.citations.map(({ kind, owner }) => [kind, owner?.name ?? null, owner?.own ?? null])).toEqual([
    ["cited", "Acme", true],
    ["retrieved", "Rocket", false],
    ["linked", null, null],
  ]);
  expect(() => JSON.stringify(dto)).not.toThrow();
  expect(JSON.parse(JSON.stringify(dto))).toEqual(dto);
});

test("each mention says how the answer speaks of it, each source what it is, and what is undecided is no mention", async () => {
  const dto = await get(
    await add({
      named: [{ brandId: brandAt(0), stance: "cautioned" }, { brandId: brandAt(1) }],
      // The second was undecided at first and became a mention since.
      undecided: [brandAt(1), brandAt(2)],
      cited: [
        { url: "https://a.example/x", domain: "a.example", domainClass: "review", pageType: "listicle" },
        { url: "https://b.example", domain: "b.example" },
      ],
    }),
  );
  const named = Object.fromEntries(dto.brands.map((brand) => [brand.name, brand]));
  expect(named.Acme?.mention?.stance).toEqual({ stance: "cautioned", confidence: 0.5, by: "rules@0" });
  expect(named.Zeppelin?.mention?.stance).toBeNull();
  expect(named.Rocket?.mention).toBeNull();
  expect(named.Rocket?.undecided).toEqual({
    spans: [{ start: 0, end: 1 }],
    reason: "ordinary_word",
    confidence: 0.25,
  });
  expect([named.Acme?.undecided, named.Zeppelin?.undecided]).toEqual([null, null]);
  expect(dto.citations.map(({ sourceClass }) => sourceClass)).toEqual([
    { domainClass: "review", pageType: "listicle", taxonomyVersion: "0" },
    null,
  ]);
});

test("a brand that was put away stands with the answers that name it, and with no other", async () => {
  const other = await createTestProject(orgId);
  const [, gone] = await addTestBrands(orgId, other, "Own", "Gone");
  if (!gone) throw new Error("two brands were wanted");
  await inspect("update tracking.brand set archived_at = now() where id = $1", [gone]);
  const naming = await get(await add({ named: [{ brandId: gone }] }, other));
  const silent = await get(await add({}, other));
  expect(naming.brands.map(({ name, archived }) => [name, archived])).toEqual([
    ["Own", false],
    ["Gone", true],
  ]);
  expect(silent.brands.map(({ name }) => name)).toEqual(["Own"]);
});

describe("the raw body", () => {
  const body = JSON.stringify({ text: "über", sources: [] });

  test("is what came, byte for byte, and its hash is computed anew", async () => {
    const answerId = await add({ body, parser: "captured-answer" });
    const dto = await asOrg(orgId, async () => unwrap(await getRawBody({ answerId })));
    expect(dto).toMatchObject({ body, cut: false, bytes: Buffer.byteLength(body), verified: true });
    expect(dto.latencyMs).toBeNull();
  });

  test("that isn't what was hashed is said not to be", async () => {
    const answerId = await add({ body });
    await inspect(
      "update tracking.raw_body set body = $2 where ask_id = (select ask_id from tracking.answer where id = $1)",
      [answerId, gzipSync(`${body} `)],
    );
    expect((await get(answerId)).rawBody?.verified).toBe(false);
  });

  test("of a call that was bought twice is the one that the answer was read from", async () => {
    const answerId = await add({ body });
    await inspect(
      `insert into tracking.raw_body select org_id, ask_id, gen_random_uuid(), parser, $2, 'other', 9, now()
       from tracking.raw_body where ask_id = (select ask_id from tracking.answer where id = $1)`,
      [answerId, gzipSync("another body")],
    );
    const dto = await asOrg(orgId, async () => unwrap(await getRawBody({ answerId })));
    expect(dto).toMatchObject({ body, verified: true, latencyMs: 1234 });
  });

  test("is cut at 200,000 characters for a screen, and never for a file", async () => {
    const answerId = await add({ body: "x".repeat(200_001) });
    const read = (part: "whole" | "shown") =>
      asOrg(orgId, async () => unwrap(await getRawBody({ answerId }, part)));
    expect(await read("shown")).toMatchObject({ cut: true, bytes: 200_001, verified: true });
    expect((await read("shown")).body).toHaveLength(200_000);
    expect(await read("whole")).toMatchObject({ cut: false });
    expect((await read("whole")).body).toHaveLength(200_001);
  });

  test("says why a state isn't `answered`", async () => {
    const answerId = await add({ text: "", state: "empty", body: '{"text":""}', parser: "captured-answer" });
    expect((await get(answerId)).reason).toBe("the capture has no text");
  });
});

describe("the cell", () => {
  test("holds the same question on the same engine, surface and locale, over versions of the panel, and nothing else", async () => {
    const own = await createTestProject(orgId, { prompts: 2 });
    const [acme] = await addTestBrands(orgId, own, "Own");
    if (!acme) throw new Error("a brand was wanted");
    // The same hash under another id: what an edit of the panel leaves.
    const [sameQuestion] = (await createTestProject(orgId)).promptIds;
    const day = (date: string, wanted: WantedAnswer = {}) =>
      add({ observedAt: `2026-11-${date}T12:00:00Z`, ...wanted }, own);
    const ids = [
      await day("08"),
      await day("09", { named: [{ brandId: acme }] }),
      await day("10"),
      await day("11", { ...(sameQuestion && { promptId: sameQuestion }) }),
      await day("16"),
    ];
    await day("10", { engineId: "google_ai_mode" });
    await day("10", { surface: "capture" });
    await day("10", { locale: "de-DE" });
    await day("10", { sandbox: false });
    await day("10", { ...(own.promptIds[1] && { promptId: own.promptIds[1] }) });
    const cells = await Promise.all(ids.map(async (id) => (await get(id)).cell));
    expect(cells.map(({ previous }) => previous)).toEqual([null, ...ids.slice(0, -1)]);
    expect(cells.map(({ next }) => next)).toEqual([...ids.slice(1), null]);
    expect(cells[2]).toMatchObject({
      window: { start: "2026-11-09", days: 7 },
      counts: { answers: 3, shown: 3, named: 1 },
    });
    expect(cells[2]?.repeats.map(({ answerId, named }) => [answerId, named])).toEqual([
      [ids[1], true],
      [ids[2], false],
      [ids[3], false],
    ]);
    expect(cells[0]?.repeats.map(({ answerId }) => answerId)).toEqual([ids[0]]);
  });

  test("counts a brand only over real answers: what came broken or not at all is no answer without it", async () => {
    const own = await createTestProject(orgId);
    const [acme] = await addTestBrands(orgId, own, "Own");
    if (!acme) throw new Error("a brand was wanted");
    const states = [
      "answered",
      "refused",
      "empty",
      "no_answer_shown",
      "truncated",
      "provider_error",
    ] as const;
    for (const state of states) await add({ state, named: [{ brandId: acme }] }, own);
    const { cell } = await get(await add({}, own));
    expect(cell.counts).toEqual({ answers: 7, shown: 4, named: 3 });
  });

  test("answers of one moment follow each other by id, each exactly once", async () => {
    const own = await createTestProject(orgId);
    const ids = [await add({}, own), await add({}, own), await add({}, own)].sort();
    const walk: (AnswerId | null)[] = [];
    for (let id: AnswerId | null = ids[0] ?? null; id !== null; id = (await get(id)).cell.next) walk.push(id);
    expect(walk).toEqual(ids);
  });
});

test("another org's answer and one that isn't there are the same not_found; a viewer may read their own org's", async () => {
  const answerId = await add({});
  const other = await createTestOrg();
  for (const [org, id] of [
    [other, answerId],
    [orgId, newId<AnswerId>()],
  ] as const) {
    const [whole, raw] = await asOrg(org, () =>
      Promise.all([getAnswer({ answerId: id }), getRawBody({ answerId: id })]),
    );
    expect(whole.ok ? "read" : whole.error.code).toBe("not_found");
    expect(raw.ok ? "read" : raw.error.code).toBe("not_found");
  }
  const viewer = { kind: "user" as const, userId: newId<never>(), role: "viewer" as const };
  expect((await asOrg(orgId, () => getAnswer({ answerId }), viewer)).ok).toBe(true);
});
