import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { asOrg, inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { compileBrandSet } from "@/server/extraction";
import { newId, RunId, type UserId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { savePanel } from "@/server/panels";
import { createProject, readBrands } from "@/server/projects";
import { storeAnswers } from "@/server/projects/testing/brand-scene";
import { type JudgedPage, judgeRun } from "./judge-run";
import { type StandIn, startStandIn } from "./stand-in/start-stand-in";

const { inspect } = testDatabase();
let standIn: StandIn;
beforeAll(async () => {
  vi.spyOn(logger, "warn").mockImplementation(() => {});
  standIn = await startStandIn();
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await standIn.close();
});
beforeEach(() => {
  standIn.setFault(null);
  standIn.setAnswers({});
  standIn.forget();
  vi.stubEnv("ANALYSIS_BASE_URL", standIn.url);
  vi.stubEnv("ANALYSIS_SMALL_MODEL", "small");
});

const MEANT = "Our team plans its work in Monday, and likes the app.";
const NOT_MEANT = "The office opens again on Monday.";
const UNDECIDED = "See you Monday.";
const SURE = "Halvorn is fine.";

/** A project of the brand Monday, which is an ordinary word, with the rival Halvorn; and a run with these answers. */
async function runOf(texts: readonly string[], prompt = "Which planner?") {
  const { orgId, workspaceId } = unwrap(
    await createOrg({ name: "Acme" }, { kind: "system", job: "test" }, "test"),
  );
  const { projectId, ownBrandId } = await asOrg(orgId, async () =>
    unwrap(
      await createProject({
        workspaceId,
        name: "Work",
        own: { name: "Monday" },
        rivals: [{ name: "Halvorn" }],
      }),
    ),
  );
  const { panelVersionId } = await asOrg(orgId, async () =>
    unwrap(await savePanel({ projectId, name: "Main", prompts: [{ text: prompt }] })),
  );
  const answerIds = await storeAnswers({ orgId, projectId, panelVersionId }, texts);
  const { version } = compileBrandSet(await inOrg(orgId, (tx) => readBrands(tx, projectId)));
  await inspect("update tracking.answer set brand_set_version = $2 where org_id = $1", [orgId, version]);
  const [row] = await inspect("select id from tracking.run where org_id = $1", [orgId]);
  const runId = RunId.parse(row?.id);
  const judge = () => asOrg(orgId, async () => unwrap(await judgeRun(runId, null)));
  const mentions = () =>
    inspect("select answer_id, brand_id, spans, confidence from tracking.mention where org_id = $1", [orgId]);
  const judgements = () =>
    inspect(
      "select judge, prompt_version, finding ->> 'meaning' as meaning, why from insight.judgement where org_id = $1 and task = 'disambiguation' order by finding ->> 'meaning'",
      [orgId],
    );
  return { orgId, runId, ownBrandId, answerIds, judge, mentions, judgements };
}

test("what the rules leave open is judged, and only what means the brand becomes a mention, where it stands", async () => {
  const run = await runOf([MEANT, NOT_MEANT, SURE]);
  standIn.setAnswers({
    disambiguation: (input) => {
      const { passage } = Object(input);
      return { meaning: passage.includes("app") ? "brand" : "other", quote: passage, confidence: 0.9 };
    },
  });
  expect(await run.judge()).toEqual({ judged: 3, named: 1, restanced: 1, last: null });
  const at = MEANT.indexOf("Monday");
  expect(await run.mentions()).toEqual([
    {
      answer_id: run.answerIds[0],
      brand_id: run.ownBrandId,
      spans: [{ start: at, end: at + 6 }],
      confidence: expect.closeTo(0.9),
    },
  ]);
  const by = { judge: "small", prompt_version: "disambiguation.v1", why: "model" };
  expect(await run.judgements()).toEqual([
    { ...by, meaning: "brand" },
    { ...by, meaning: "other" },
  ]);
});

test("what only repeats the prompt is no open question, and the same words under another prompt are", async () => {
  const asked = "Is the office open on Monday?";
  expect(await (await runOf([`${asked} Yes.`], asked)).judge()).toMatchObject({ judged: 0 });
  expect(await (await runOf([`${asked} Yes.`])).judge()).toMatchObject({ judged: 1 });
});

test("a second time changes nothing and asks nothing, nor does one beside it", async () => {
  const run = await runOf([MEANT, NOT_MEANT, UNDECIDED]);
  await Promise.all([run.judge(), run.judge()]);
  const [mentions, judgements] = [await run.mentions(), await run.judgements()];
  expect(judgements).toHaveLength(3);
  standIn.forget();
  expect(await run.judge()).toEqual({ judged: 0, named: 0, restanced: 0, last: null });
  expect(standIn.requests).toEqual([]);
  expect([await run.mentions(), await run.judgements()]).toEqual([mentions, judgements]);
});

test("another version of the prompt judges anew, beside the first, and names nothing twice", async () => {
  const run = await runOf([MEANT]);
  await run.judge();
  await inspect(
    "update insight.judgement set prompt_version = 'disambiguation.v0' where task = 'disambiguation'",
  );
  expect(await run.judge()).toEqual({ judged: 1, named: 0, restanced: 0, last: null });
  expect(await run.judgements()).toHaveLength(2);
  expect(await run.mentions()).toHaveLength(1);
});

test("an unsure judgement is kept and names nothing", async () => {
  const run = await runOf([MEANT]);
  standIn.setAnswers({
    disambiguation: (input) => ({ meaning: "brand", quote: Object(input).passage, confidence: 0.5 }),
  });
  expect(await run.judge()).toEqual({ judged: 1, named: 0, restanced: 0, last: null });
  expect(await run.mentions()).toEqual([]);
});

test("an endpoint that fails is left alone after three answers, and what it didn't judge is judged another time", async () => {
  const run = await runOf([MEANT, NOT_MEANT, UNDECIDED, `${MEANT} Yes.`, `${NOT_MEANT} No.`]);
  standIn.setFault("server_error");
  expect(await run.judge()).toEqual({ judged: 0, named: 0, restanced: 0, last: null });
  expect(standIn.requests).toHaveLength(3);
  expect(await run.judgements()).toEqual([]);
  standIn.setFault(null);
  expect(await run.judge()).toMatchObject({ judged: 7, named: 2 });
});

test("beyond the month's tokens nothing is asked, and nothing decided", async () => {
  const run = await runOf([MEANT, NOT_MEANT]);
  await inspect(
    "insert into insight.token_month (org_id, month, tokens) values ($1, date_trunc('month', now() at time zone 'utc')::date, 200000)",
    [run.orgId],
  );
  expect(await run.judge()).toEqual({ judged: 0, named: 0, restanced: 0, last: null });
  expect(standIn.requests).toEqual([]);
  expect(await run.judgements()).toEqual([]);
});

test("without a model, and of answers that were read with other brands, nothing is judged", async () => {
  const run = await runOf([MEANT]);
  vi.stubEnv("ANALYSIS_BASE_URL", "");
  expect(await run.judge()).toEqual({ judged: 0, named: 0, restanced: 0, last: null });
  vi.stubEnv("ANALYSIS_BASE_URL", standIn.url);
  await inspect("update tracking.answer set brand_set_version = 'before' where org_id = $1", [run.orgId]);
  expect(await run.judge()).toEqual({ judged: 0, named: 0, restanced: 0, last: null });
  expect(standIn.requests).toEqual([]);
});

test("a hundred answers come page by page, each once", async () => {
  const run = await runOf(Array.from({ length: 120 }, (_, index) => `${NOT_MEANT} (${index})`));
  let [judged, pages] = [0, 0];
  let after: JudgedPage["last"] = null;
  do {
    const from: JudgedPage["last"] = after;
    const page: JudgedPage = await asOrg(run.orgId, async () => unwrap(await judgeRun(run.runId, from)));
    judged += page.judged;
    pages += 1;
    after = page.last;
  } while (after !== null);
  expect([judged, pages]).toEqual([120, 3]);
});

test("people have no run analysed, and another org finds nothing in it", async () => {
  const run = await runOf([MEANT]);
  const person = { kind: "user" as const, userId: newId<UserId>(), role: "owner" as const };
  expect(await asOrg(run.orgId, () => judgeRun(run.runId, null), person)).toMatchObject({
    ok: false,
    error: { code: "forbidden" },
  });
  const other = await runOf([SURE]);
  expect(await asOrg(other.orgId, async () => unwrap(await judgeRun(run.runId, null)))).toMatchObject({
    judged: 0,
  });
  expect(await run.judgements()).toEqual([]);
});

test("what a person decided about an answer stays, whatever the model holds of it", async () => {
  const run = await runOf([MEANT]);
  standIn.setAnswers({
    disambiguation: (input) => ({ meaning: "brand", quote: Object(input).passage, confidence: 0.9 }),
  });
  await inspect(
    `insert into tracking.review_item (org_id, id, project_id, answer_id, brand_id, question, reason, seat,
       held_confidence, held_named, spans, extractor_version, state)
     select org_id, gen_random_uuid(), project_id, id, $2, 'named', 'threshold', 1, 0.3, 'undecided', '[]',
       extractor_version, 'decided' from tracking.answer where org_id = $1`,
    [run.orgId, run.ownBrandId],
  );
  expect(await run.judge()).toMatchObject({ judged: 1, named: 0 });
  expect(await run.mentions()).toEqual([]);
});
