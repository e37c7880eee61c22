import { beforeAll, describe, expect, test } from "vitest";
import { asOrg, createTestOrg, createTestProject, type TestProject } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { type AnswerFilter, listAnswers } from "@/server/answers";
import type { AnswerId, BrandId, OrgId, RunId } from "@/server/kernel/id";
import { newId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import type { AnswerCursor, AnswerRow } from "./contract";
import { addTestAnswer, addTestBrands, addTestRun, type WantedAnswer } from "./testing/test-answers";

const { inspect } = testDatabase();

let orgId: OrgId;
let project: TestProject;
let acme: BrandId;
let rocket: BrandId;
let runId: RunId;
let importId: RunId;
const names = new Map<AnswerId, string>();

const add = async (name: string, wanted: WantedAnswer) =>
  names.set(await addTestAnswer(orgId, project, runId, wanted), name);

beforeAll(async () => {
  orgId = await createTestOrg();
  project = await createTestProject(orgId, { prompts: 2 });
  [acme, rocket] = await twoBrands();
  runId = await addTestRun(orgId, project);
  importId = await addTestRun(orgId, project, "import");
  await add("plain", { text: "Neither of them is worth a word, 100 % sure." });
  await add("own", {
    text: "Buy an **Acme Booster**: quiet, and made for München.",
    named: [{ brandId: acme, rank: 2, stance: "recommended" }],
    cited: [
      {
        url: "https://shop.acme.com/b",
        domain: "acme.com",
        owner: acme,
        domainClass: "own",
        pageType: "product",
      },
    ],
    observedAt: "2026-11-09T00:00:00Z",
  });
  await add("rival", {
    text: "The Rocket lift_off is louder than most; not quiet at all.",
    // Neither a rival's stance nor a page that was only looked at is what these filters ask for.
    named: [{ brandId: rocket, rank: 1, stance: "negative" }],
    cited: [
      {
        url: "https://acme.com/r",
        domain: "acme.com",
        owner: acme,
        kind: "retrieved",
        domainClass: "own",
        pageType: "home",
      },
      { url: "https://notes.example", domain: "notes.example" },
    ],
    observedAt: "2026-11-08T23:59:59.999999Z",
    engineId: "google_ai_mode",
    surface: "serp",
  });
  await add("both", {
    text: "静かなブースターならアクメがおすすめです。Acme",
    named: [{ brandId: rocket }, { brandId: acme }],
    promptId: project.promptIds[1] ?? newId(),
    runId: importId,
    surface: "capture",
    observedAt: "2026-11-15T23:59:59Z",
  });
  await add("refused", { text: "", state: "refused", observedAt: "2026-11-16T00:00:00Z", unsearched: true });
  await add("old", {
    text: "An old booster from before.",
    unsearched: true,
    observedAt: "2026-01-01T00:00:00Z",
  });
});

async function twoBrands(): Promise<[BrandId, BrandId]> {
  const [own, rival] = await addTestBrands(orgId, project, "Acme", "Rocket");
  if (!own || !rival) throw new Error("two brands were wanted");
  return [own, rival];
}

async function list(filter: AnswerFilter = {}) {
  return asOrg(orgId, async () => unwrap(await listAnswers({ projectId: project.projectId, ...filter })));
}

const named = (rows: readonly AnswerRow[]) => rows.map(({ answerId }) => names.get(answerId)).sort();
const found = async (filter: AnswerFilter) => named((await list(filter)).rows);

describe("each filter keeps what it says and nothing else", () => {
  test("engine and surface", async () => {
    expect(await found({ engine: "google_ai_mode" })).toEqual(["rival"]);
    expect(await found({ engine: "claude" })).toEqual([]);
    expect(await found({ surface: "capture" })).toEqual(["both"]);
    expect(await found({ surface: "capture", engine: "google_ai_mode" })).toEqual([]);
  });

  test("window: seven days from its first, to the microsecond", async () => {
    expect(await found({ window: "2026-11-09" })).toEqual(["both", "own"]);
    expect(await found({ window: "2026-11-02" })).toEqual(["plain", "rival"]);
    expect(await found({ window: "2026-11-23" })).toEqual([]);
  });

  test("dates: both days included, UTC", async () => {
    expect(await found({ from: "2026-11-09", to: "2026-11-15" })).toEqual(["both", "own"]);
    expect(await found({ from: "2026-11-16" })).toEqual(["refused"]);
    expect(await found({ to: "2026-01-01" })).toEqual(["old"]);
    expect(await found({ from: "2026-11-15", to: "2026-11-09" })).toEqual([]);
  });

  test("state", async () => {
    expect(await found({ state: "refused" })).toEqual(["refused"]);
    expect(await found({ state: "truncated" })).toEqual([]);
  });

  test("brand named, and brand not named", async () => {
    expect(await found({ brand: acme })).toEqual(["both", "own"]);
    expect(await found({ brand: rocket, without: acme })).toEqual(["rival"]);
    expect(await found({ without: acme })).toEqual(["old", "plain", "refused", "rival"]);
    expect(await found({ brand: acme, without: acme })).toEqual([]);
  });

  test("cited: by the brand that owns the domain or by the domain's beginning; looking at a page is not citing it", async () => {
    expect(await found({ cited: acme })).toEqual(["own"]);
    expect(await found({ cited: rocket })).toEqual([]);
    expect(await found({ domain: "acme.com" })).toEqual(["own"]);
    expect(await found({ domain: "notes" })).toEqual(["rival"]);
    expect(await found({ domain: "%" })).toEqual([]);
    expect(await found({ domain: "cme.com" })).toEqual([]);
  });

  test("stance of the own brand, and class and page type of a cited source", async () => {
    expect(await found({ stance: "recommended" })).toEqual(["own"]);
    expect(await found({ stance: "negative" })).toEqual([]);
    expect(await found({ class: "own" })).toEqual(["own"]);
    expect(await found({ class: "own", page: "product" })).toEqual(["own"]);
    expect(await found({ class: "review" })).toEqual([]);
    expect(await found({ page: "home" })).toEqual([]);
  });

  test("prompt and run", async () => {
    expect(await found({ prompt: project.promptIds[1] })).toEqual(["both"]);
    expect(await found({ run: importId })).toEqual(["both"]);
    expect(await found({ run: newId() })).toEqual([]);
    expect(await found({ prompt: newId() })).toEqual([]);
    const { first } = await list({ prompt: project.promptIds[1], run: importId });
    expect(first).toMatchObject({ prompt: "Question 1?", run: { kind: "import" } });
  });

  test("a prompt is the same question in every version of the panel, and no other question", async () => {
    const later = await createTestProject(orgId, { prompts: 1 });
    const [again] = later.promptIds;
    if (!again) throw new Error("the later version has its prompt");
    expect(await found({ prompt: again })).toEqual(await found({ prompt: project.promptIds[0] }));
    expect(await found({ prompt: again })).not.toContain("both");
  });
});

describe("search", () => {
  test.each([
    ["one word, in any case", "BOOSTER", ["old", "own"]],
    ["all of the words", "acme quiet", ["own"]],
    ["one of two words", "acme or rocket", ["both", "own", "rival"]],
    ["a phrase", '"not quiet"', ["rival"]],
    ["a phrase that stands in no text", '"quiet not"', []],
    ["a word, without another", "quiet -rocket", ["own"]],
    ["letters beyond ASCII", "münchen", ["own"]],
    ["half a word is no word", "boost", []],
    ["a script without spaces is looked for as it stands", "ブースター", ["both"]],
    ["and is not found where it doesn't stand", "ロケット", []],
    ["signs stand for themselves: %", "%", ["plain"]],
    ["signs stand for themselves: _", "_", ["rival"]],
    ["nor does a backslash escape anything", "\\", []],
  ])("%s", async (_, q, expected) => {
    expect(await found({ q })).toEqual(expected);
  });

  test("the words are marked in the snippet, as spans of it", async () => {
    const [row] = (await list({ q: "acme booster" })).rows;
    const { text, marks } = row?.snippet ?? { text: "", marks: [] };
    expect(text).toBe("Buy an Acme Booster: quiet, and made for München.");
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["Acme", "Booster"]);
    const [unsearched] = (await list({ brand: acme, without: rocket })).rows;
    expect(unsearched?.snippet.marks).toEqual([]);
  });
});

test("a row says how the own brand stands, which rivals are named, and how many sources the text leans on", async () => {
  const [own] = (await list({ cited: acme })).rows;
  expect(own).toMatchObject({
    prompt: "Question 0?",
    engine: "ChatGPT",
    own: { named: true, rank: 2 },
    rivals: [],
    cited: 1,
    observedAt: "2026-11-09T00:00:00.000000Z",
  });
  const [rival] = (await list({ engine: "google_ai_mode" })).rows;
  expect(rival).toMatchObject({ own: { named: false, rank: null }, rivals: ["Rocket"], cited: 1 });
});

test("another org's project, brand, prompt and run are as if they weren't there", async () => {
  const other = await createTestOrg();
  const result = await asOrg(other, () => listAnswers({ projectId: project.projectId }));
  expect(result.ok ? "listed" : result.error.code).toBe("not_found");
  const mine = await createTestProject(other);
  const myRun = await addTestRun(other, mine);
  await addTestAnswer(other, mine, myRun);
  const listMine = (filter: AnswerFilter) =>
    asOrg(other, async () => unwrap(await listAnswers({ projectId: mine.projectId, ...filter })));
  expect((await listMine({})).first?.total).toBe(1);
  for (const filter of [{ brand: acme }, { cited: acme }, { prompt: project.promptIds[0] }, { run: runId }]) {
    const { rows, first } = await listMine(filter);
    expect(rows).toEqual([]);
    expect(first).toEqual({ total: 0, more: false, prompt: null, run: null });
  }
});

test("a viewer may read, and an input that makes no sense is refused in words", async () => {
  const viewer = { kind: "user" as const, userId: newId<never>(), role: "viewer" as const };
  const result = await asOrg(orgId, () => listAnswers({ projectId: project.projectId }), viewer);
  expect(result.ok).toBe(true);
  const refused = await asOrg(orgId, () =>
    listAnswers({ projectId: project.projectId, window: "next week" }),
  );
  expect(refused.ok ? "listed" : refused.error.code).toBe("invalid_input");
});

describe("a long list", () => {
  const LONG = 1_234;
  let long: TestProject;
  const page = (cursor: AnswerCursor | null, filter: AnswerFilter = {}) =>
    asOrg(orgId, async () => unwrap(await listAnswers({ projectId: long.projectId, cursor, ...filter })));

  beforeAll(async () => {
    long = await createTestProject(orgId, { prompts: 1 });
    const first = await addTestAnswer(orgId, long, await addTestRun(orgId, long), { text: "number 0" });
    // Ten at each moment, moments a microsecond apart: the key is the moment and the id, not the moment alone.
    await inspect(
      `with template as (select * from tracking.answer where id = $1),
       numbered as (select n, gen_random_uuid() as ask, gen_random_uuid() as id from generate_series(1, $2) n),
       asked as (
         insert into tracking.ask (org_id, id, run_id, prompt_id, engine_id, surface, locale, repeat, observed_at, credits, state)
         select k.org_id, m.ask, k.run_id, k.prompt_id, k.engine_id, k.surface, k.locale, 10000 + n, k.observed_at, 0, 'answered'
         from numbered m, tracking.ask k join template t on k.id = t.ask_id)
       insert into tracking.answer select r.* from template t, numbered m, jsonb_populate_record(
         null::tracking.answer, to_jsonb(t) || jsonb_build_object('id', m.id, 'ask_id', m.ask, 'text', 'number ' || n,
           'search', null, 'state', case when n % 3 = 0 then 'refused' else 'answered' end,
           'observed_at', t.observed_at + (n / 10) * interval '1 microsecond')) r`,
      [first, LONG - 1],
    );
  });

  test("its pages hold every answer exactly once, newest first, and the first one counts them all", async () => {
    const seen: AnswerRow[] = [];
    let cursor: AnswerCursor | null = null;
    do {
      const { rows, next, first } = await page(cursor);
      expect(rows.length).toBe(next ? 100 : LONG % 100);
      expect(first === null).toBe(cursor !== null);
      if (first) expect(first.total).toBe(LONG);
      seen.push(...rows);
      cursor = next;
    } while (cursor);
    expect(new Set(seen.map(({ answerId }) => answerId)).size).toBe(LONG);
    const order = seen.map(({ observedAt, answerId }) => `${observedAt} ${answerId}`);
    expect(order).toEqual([...order].sort().reverse());
  });

  test("the count is the one that plain SQL finds, with and without a filter", async () => {
    const count = async (condition: string) =>
      (
        await inspect(
          `select count(*)::int as n from tracking.answer where project_id = $1 and ${condition}`,
          [long.projectId],
        )
      )[0]?.n;
    expect((await page(null)).first?.total).toBe(await count("true"));
    expect((await page(null, { state: "refused" })).first?.total).toBe(await count("state = 'refused'"));
    expect((await page(null, { q: "777" })).first?.total).toBe(await count("text = 'number 777'"));
    expect((await page(null, { q: "777" })).first?.total).not.toBe(await count("state = 'refused'"));
  });

  test("an answer that comes in while somebody pages is on no later page, and pushes none off", async () => {
    const start = await page(null);
    await addTestAnswer(orgId, long, await addTestRun(orgId, long), { observedAt: "2026-12-01T00:00:00Z" });
    const second = await page(start.next);
    const before = new Set(start.rows.map(({ answerId }) => answerId));
    expect(second.rows.filter(({ answerId }) => before.has(answerId))).toEqual([]);
    expect(second.rows).toHaveLength(100);
    expect((await page(null)).first?.total).toBe(LONG + 1);
  });
});
