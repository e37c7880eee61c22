import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { report } from "@/db/testing/long-run";
import { hashOfRows } from "@/db/testing/row-hash";
import { testDatabase } from "@/db/testing/test-database";
import { type StandIn, startStandIn } from "@/server/analysis";
import {
  archiveFact,
  checkPages,
  getAnswerChecks,
  getFactSheet,
  getStatements,
  holdStatements,
  readStatements,
  restoreFact,
  saveFact,
} from "@/server/facts";
import type { Actor } from "@/server/kernel/context";
import { FactId, newId, type UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { openTrap, type TrapServer, trapWorld } from "@/server/outbound/testing/trap-server";
import { PAGES_A_DAY } from "./support/take-pages";
import { type FactsScene, factsScene } from "./testing/facts-scene";

const { inspect } = testDatabase({ max: 16 });

const PRICE = {
  topic: "price",
  statement: "Costs $12 per user and month",
  value: { kind: "number", number: 12, unit: "USD/month" },
} as const;
const FOUNDED = {
  topic: "founding",
  statement: "Founded in 2014",
  value: { kind: "date", date: "2014" },
} as const;

async function readAll({ within, runId }: FactsScene): Promise<number> {
  let answers = 0;
  for (;;) {
    const { read } = await within(async () => unwrap(await readStatements(runId)));
    if (read === 0) return answers;
    answers += read;
  }
}
async function holdAll({ within, brandId }: FactsScene): Promise<number> {
  const { held } = await within(async () => unwrap(await holdStatements(brandId)));
  return held;
}
const counted = async ({ orgId }: FactsScene, table: string) =>
  Number((await inspect(`select count(*)::int as n from ${table} where org_id = $1`, [orgId]))[0]?.n);
const listed = ({ within, projectId }: FactsScene) =>
  within(async () => unwrap(await getStatements({ projectId })));

describe("the facts sheet", () => {
  test("keeps every version of a fact, on record, and refuses what it says already or somebody changed meanwhile", async () => {
    const scene = await factsScene();
    const { factId } = await scene.fact(PRICE);
    const input = { brandId: scene.brandId, factId, version: 1, ...PRICE };
    const dearer = { ...input, statement: "Costs $15 per user and month" };
    const save = (wanted: Parameters<typeof saveFact>[0]) => scene.within(() => saveFact(wanted));
    expect(await save(input)).toMatchObject({ value: { version: 1, unchanged: true } });
    expect(await save(dearer)).toMatchObject({ value: { version: 2, unchanged: false } });
    expect(await save({ ...dearer, statement: "Costs $20" })).toMatchObject({
      error: { code: "conflict", details: { overtaken: true } },
    });
    expect(
      await save({ brandId: scene.brandId, ...PRICE, statement: "costs $15 per user and month." }),
    ).toMatchObject({
      error: { code: "conflict" },
    });
    await scene.within(async () => unwrap(await archiveFact({ factId })));
    await scene.within(async () => unwrap(await archiveFact({ factId })));
    const sheet = () => scene.within(async () => unwrap(await getFactSheet({ brandId: scene.brandId })));
    expect(await sheet()).toMatchObject({ version: 3, facts: [], archived: [{ factId, version: 3 }] });
    await scene.within(async () => unwrap(await restoreFact({ factId })));
    expect(await sheet()).toMatchObject({
      version: 4,
      facts: [
        {
          version: 4,
          statement: dearer.statement,
          earlier: [{ version: 3 }, { version: 2 }, { version: 1 }],
        },
      ],
    });
    const audited = await inspect(
      "select action from ops.audit_log where org_id = $1 and subject_type = 'fact' order by id",
      [scene.orgId],
    );
    expect(audited.map(({ action }) => action)).toEqual([
      "fact.add",
      "fact.change",
      "fact.archive",
      "fact.restore",
    ]);
    const announced = await inspect("select name from ops.outbox where org_id = $1", [scene.orgId]);
    expect(announced.filter(({ name }) => name === "facts/changed")).toHaveLength(4);
    const viewer: Actor = { kind: "user", userId: newId<UserId>(), role: "viewer" };
    expect(await asOrg(scene.orgId, () => saveFact({ ...input }), viewer)).toMatchObject({
      error: { code: "forbidden" },
    });
  });

  test("two people who change one fact at once: one version, and the other hears of it", async () => {
    const scene = await factsScene();
    const { factId } = await scene.fact(PRICE);
    const change = (price: number) =>
      scene.within(() =>
        saveFact({ brandId: scene.brandId, factId, version: 1, ...PRICE, statement: `Costs $${price}` }),
      );
    const results = await Promise.all([13, 14, 15, 16].map(change));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await counted(scene, "tracking.fact_version")).toBe(2);
  });
});

describe("statements", () => {
  test("are right, wrong or unverifiable, where they stand, by which fact, and read once however often the job runs", async () => {
    const scene = await factsScene();
    await scene.fact(PRICE);
    await scene.fact(FOUNDED);
    const text =
      "Here is my pick.\n- Acme costs $15 per user and month. Globex costs $12 per month.\n- Acme was founded in 2014.\n- Acme supports offline work.";
    const answerId = await scene.say(text);
    await scene.say("Globex is fine.");
    expect(await readAll(scene)).toBe(1);
    const checks = await scene.within(async () => unwrap(await getAnswerChecks({ answerId })));
    expect(checks.statements.map(({ quote, verdict, fact }) => [quote, verdict, fact?.statement])).toEqual([
      ["Acme costs $15 per user and month.", "wrong", PRICE.statement],
      ["Acme was founded in 2014.", "right", FOUNDED.statement],
      ["Acme supports offline work.", "unverifiable", undefined],
    ]);
    for (const { start, end, quote, judgedBy } of checks.statements) {
      expect(text.slice(start, end)).toBe(quote);
      expect(judgedBy).toMatch(/^rules@/);
    }
    const list = await listed(scene);
    expect(list.statements.map(({ verdict }) => verdict)).toEqual(["wrong", "right", "unverifiable"]);
    expect(list.engines).toMatchObject([
      { right: 1, wrong: 1, unverifiable: 1, wrongShare: { count: 1, of: 2 } },
    ]);
    const before = await hashOfRows(inspect, { orgId: scene.orgId });
    await Promise.all([readAll(scene), readAll(scene), holdAll(scene)]);
    expect(await hashOfRows(inspect, { orgId: scene.orgId })).toBe(before);
  });

  test("of raced jobs one reads an answer; never more of a run is read than its setting says", async () => {
    const scene = await factsScene();
    await scene.set({ answersPerRun: 7 });
    for (let index = 0; index < 30; index += 1) await scene.say(`${index}: Acme costs $15 per month.`);
    await Promise.all(Array.from({ length: 6 }, () => readAll(scene)));
    expect(await counted(scene, "tracking.statement_reading")).toBe(7);
    expect(await counted(scene, "tracking.statement")).toBe(7);
    expect(await readAll(scene)).toBe(0);
    await scene.set({ answersPerRun: 40, share: 0.5 });
    await readAll(scene);
    const half = await counted(scene, "tracking.statement_reading");
    expect(half).toBeGreaterThan(8);
    expect(half).toBeLessThan(28);
    // Control: with room for all of them, all are read.
    await scene.set({ answersPerRun: 40 });
    await readAll(scene);
    expect(await counted(scene, "tracking.statement_reading")).toBe(30);
    report(
      "facts",
      `30 answers, 6 jobs at once, room for 7: 7 read; drawn by half ${half}; with room for all 30`,
    );
  });

  test("a changed fact is held against them again; the older check still says which version it was", async () => {
    const scene = await factsScene();
    const { factId } = await scene.fact(PRICE);
    const answerId = await scene.say("Acme costs $15 per user and month.");
    await readAll(scene);
    const dearer = {
      ...PRICE,
      statement: "Costs $15 per user and month",
      value: { ...PRICE.value, number: 15 },
    };
    await scene.fact({ factId, version: 1, ...dearer });
    const first = async () => (await listed(scene)).statements[0];
    expect(await first()).toMatchObject({ verdict: "wrong", fact: { version: 1, isCurrent: false } });
    expect(await holdAll(scene)).toBe(1);
    expect(await holdAll(scene)).toBe(0);
    expect(await first()).toMatchObject({ verdict: "right", fact: { version: 2, isCurrent: true } });
    await scene.within(async () => unwrap(await archiveFact({ factId })));
    await holdAll(scene);
    expect(await first()).toMatchObject({ verdict: "unverifiable", fact: null });
    const rows = await inspect(
      "select sheet, verdict, fact_version from tracking.statement_check where org_id = $1 and answer_id = $2 order by sheet",
      [scene.orgId, answerId],
    );
    expect(rows).toEqual([
      { sheet: 1, verdict: "wrong", fact_version: 1 },
      { sheet: 2, verdict: "right", fact_version: 2 },
      { sheet: 3, verdict: "unverifiable", fact_version: null },
    ]);
  });

  test("another org sees none of it, and reaches no fact", async () => {
    const scene = await factsScene();
    const stranger = await factsScene();
    const { factId } = await scene.fact(PRICE);
    const answerId = await scene.say("Acme costs $15 per month.");
    await readAll(scene);
    const { brandId, projectId, runId } = scene;
    const refused = { ok: false, error: { code: "not_found" } };
    for (const attempt of [
      () => getFactSheet({ brandId }),
      () => getStatements({ projectId }),
      () => getAnswerChecks({ answerId }),
      () => archiveFact({ factId: FactId.parse(factId) }),
      () => saveFact({ brandId, ...PRICE }),
      () => saveFact({ brandId: stranger.brandId, factId, ...PRICE }),
      () => readStatements(runId),
      () => holdStatements(brandId),
      () => checkPages(runId),
    ])
      expect(await stranger.within<object>(attempt)).toMatchObject(refused);
  });
});

describe("with an analysis model", () => {
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await startStandIn();
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(() => standIn.close());

  test("it finds what names no brand, and holds it against facts in words; only quotes that stand in the text count", async () => {
    vi.stubEnv("ANALYSIS_BASE_URL", standIn.url);
    vi.stubEnv("ANALYSIS_SMALL_MODEL", "small");
    standIn.setAnswers({
      claims: () => ({
        claims: [
          { quote: "It is headquartered in Munich.", subject: "company" },
          { quote: "It is made up.", subject: "other" },
        ],
      }),
      support: () => ({ outcome: "contradicts", quote: "Headquartered in Berlin", confidence: 0.9 }),
    });
    const scene = await factsScene();
    await scene.fact({ topic: "headquarters", statement: "Headquartered in Berlin" });
    await scene.say("I like Acme. It is headquartered in Munich.");
    await readAll(scene);
    expect((await listed(scene)).statements).toMatchObject([
      {
        quote: "It is headquartered in Munich.",
        verdict: "wrong",
        judgedBy: "small support.v1",
        topic: "headquarters",
      },
    ]);
  });
});

const PAGE = `<html><body><p>The Acme desk costs $499 in the standard size and comes with a ten-year warranty. ${"Our carpenters work in a small town by the sea, and the wood grows near it. ".repeat(4)}</p></body></html>`;
const SENTENCE = "The Acme desk costs $499 in the standard size.";
const NEAR_MISS = "The Acme desk costs $399 in the standard size.";

describe("cited pages", () => {
  let trap: TrapServer;
  const asked: string[] = [];
  beforeAll(async () => {
    trap = await openTrap((request, response) => {
      const { host } = request.headers;
      asked.push(`${host}${request.url}`);
      if (request.url === "/robots.txt")
        response
          .writeHead(200, { "content-type": "text/plain" })
          .end(host?.startsWith("shy") ? "User-agent: *\nDisallow: /" : "");
      else if (request.url?.startsWith("/gone")) response.writeHead(404).end();
      else response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
    });
  });
  afterAll(() => trap.close());
  const world = (...hosts: string[]) =>
    trapWorld(trap, Object.fromEntries(hosts.map((host) => [host, [["93.184.215.14"]]])));
  const lookAll = async ({ within, runId }: FactsScene, outside: ReturnType<typeof world>) => {
    let pages = 0;
    for (;;) {
      const { looked } = await within(async () => unwrap(await checkPages(runId, outside)));
      if (looked === 0) return pages;
      pages += looked;
    }
  };

  test("are fetched once a run for all sentences that lean on them; a near miss isn't supported; of the page an excerpt stays", async () => {
    const scene = await factsScene();
    const url = "http://one.example.com/desk";
    const right = await scene.say(`${SENTENCE} [1]`, [{ url, sentence: SENTENCE }]);
    const wrong = await scene.say(`${NEAR_MISS} [1]`, [{ url, sentence: "[1]" }]);
    const gone = await scene.say(SENTENCE, [{ url: "http://one.example.com/gone", sentence: SENTENCE }]);
    const shy = await scene.say(SENTENCE, [{ url: "http://shy.example.com/desk", sentence: SENTENCE }]);
    await scene.say(SENTENCE, [{ url: "http://one.example.com/made-up", sentence: SENTENCE }], true);
    expect(await lookAll(scene, world("one.example.com", "shy.example.com"))).toBe(3);
    const outcome = async (answerId: typeof right) =>
      (await scene.within(async () => unwrap(await getAnswerChecks({ answerId })))).support[0];
    expect(await outcome(right)).toMatchObject({
      outcome: "supports",
      excerpt: expect.stringContaining("$499"),
    });
    expect(await outcome(wrong)).toMatchObject({ outcome: "unsupported" });
    expect(await outcome(gone)).toMatchObject({ outcome: "unchecked", why: "http_404", excerpt: null });
    expect(await outcome(shy)).toMatchObject({ outcome: "unchecked", why: "closed" });
    const wanted = asked.filter((each) => each.endsWith("/desk"));
    expect(wanted).toEqual(["one.example.com/desk"]);
    expect((await listed(scene)).support).toMatchObject({
      supports: 1,
      unsupported: 1,
      unchecked: 2,
      rate: { count: 1, of: 2 },
    });
    const [row] = await inspect(
      "select max(char_length(excerpt)) as longest from tracking.citation_check where org_id = $1",
      [scene.orgId],
    );
    expect(Number(row?.longest)).toBeLessThanOrEqual(500);
    const before = await hashOfRows(inspect, { orgId: scene.orgId });
    expect(await lookAll(scene, world("one.example.com"))).toBe(0);
    expect(await hashOfRows(inspect, { orgId: scene.orgId })).toBe(before);
  });

  test("a citation of an address inside of a network opens no connection", async () => {
    const scene = await factsScene();
    const hostile = [
      "http://169.254.169.254/latest/meta-data/",
      "http://[::ffff:169.254.169.254]/",
      "http://localhost/",
      "http://inside.example.com/",
      "file:///etc/passwd",
    ];
    for (const url of hostile) await scene.say(SENTENCE, [{ url, sentence: SENTENCE }]);
    const outside = trapWorld(trap, { "inside.example.com": [["10.0.0.7"]], localhost: [["127.0.0.1"]] });
    const before = trap.connections();
    expect(await lookAll(scene, outside)).toBe(hostile.length);
    expect([outside.dialled, trap.connections() - before]).toEqual([[], 0]);
    expect((await listed(scene)).support).toMatchObject({ unchecked: hostile.length, rate: null });
    // Control: the same citation of a public address is fetched.
    await scene.say(SENTENCE, [{ url: "http://public.example.com/desk", sentence: SENTENCE }]);
    expect(await lookAll(scene, world("public.example.com"))).toBe(1);
    expect(trap.connections() - before).toBeGreaterThan(0);
  });

  test("never more pages than a run and an org's day may have are taken, raced; a page that was taken and not fetched is fetched later", async () => {
    const scene = await factsScene();
    await scene.set({ pagesPerRun: 6 });
    for (let index = 0; index < 20; index += 1)
      await scene.say(SENTENCE, [{ url: `http://many.example.com/${index}`, sentence: SENTENCE }]);
    await Promise.all(Array.from({ length: 4 }, () => lookAll(scene, world("many.example.com"))));
    expect(await counted(scene, "tracking.page_visit")).toBe(6);
    await inspect("update tracking.page_day set pages = $2 where org_id = $1", [
      scene.orgId,
      PAGES_A_DAY - 3,
    ]);
    await scene.set({ pagesPerRun: 100 });
    await Promise.all(Array.from({ length: 4 }, () => lookAll(scene, world("many.example.com"))));
    expect(await counted(scene, "tracking.page_visit")).toBe(9);
    const [day] = await inspect("select pages from tracking.page_day where org_id = $1", [scene.orgId]);
    expect(day?.pages).toBe(PAGES_A_DAY);
    await inspect("update tracking.page_visit set fetched_at = null where org_id = $1 and url like '%/1%'", [
      scene.orgId,
    ]);
    expect(await lookAll(scene, world("many.example.com"))).toBeGreaterThan(0);
    // Control: on a day with room, all of them are taken.
    await inspect("update tracking.page_day set pages = 0 where org_id = $1", [scene.orgId]);
    await lookAll(scene, world("many.example.com"));
    expect(await counted(scene, "tracking.page_visit")).toBe(20);
    report(
      "facts",
      `20 cited pages, 4 jobs at once: 6 of 6 for the run, 3 of 3 left for the day, 20 with room`,
    );
  });
});
