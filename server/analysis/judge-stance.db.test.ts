import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { asOrg, inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { importCaptures } from "@/server/imports";
import { type AnswerId, RunId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { createProject } from "@/server/projects";
import { measureRun, rebuildRollups } from "@/server/reports";
import { judgeRun } from "./judge-run";
import { reapplyMeanings } from "./reapply-meanings";
import { applyStances } from "./run/apply-stances";
import { readStanceQuestions, type StanceQuestion } from "./run/read-stance-questions";
import { storeStance } from "./run/store-stance";
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
  vi.stubEnv("ANALYSIS_LARGE_MODEL", "");
});

/** By the rules: recommended with 0.65. */
const UNSURE = "Halvorn is fine.";
/** By the rules: recommended with 0.9, which they are sure of. */
const SURE = "I'd go with Halvorn.";
const model = (stance: string, confidence = 0.9) =>
  standIn.setAnswers({
    stance: (input) => ({ stance, quote: Object(input).passage.slice(0, 40), confidence }),
  });

/** A closed run of these captures, which the rules have read. */
async function runOf(texts: readonly string[]) {
  const { orgId, workspaceId } = unwrap(
    await createOrg({ name: "Acme" }, { kind: "system", job: "test" }, "test"),
  );
  const { projectId, ownBrandId } = await asOrg(orgId, async () =>
    unwrap(await createProject({ workspaceId, name: "Work", own: { name: "Halvorn" }, rivals: [] })),
  );
  const content = texts
    .map((text, index) =>
      JSON.stringify({
        engine: "chatgpt",
        prompt: `Which planner, ${index}?`,
        text,
        capturedAt: "2026-11-10T09:00:00Z",
      }),
    )
    .join("\n");
  await asOrg(orgId, async () =>
    unwrap(await importCaptures({ projectId, format: "jsonl", content, idempotencyKey: "import" })),
  );
  const [row] = await inspect("select id from tracking.run where org_id = $1", [orgId]);
  const runId = RunId.parse(row?.id);
  const judge = () => asOrg(orgId, async () => unwrap(await judgeRun(runId, null)));
  const stances = () =>
    inspect(
      `select m.stance, m.stance_by as by, round(m.stance_confidence::numeric, 2)::float8 as confidence
       from tracking.mention m join tracking.answer a on a.org_id = m.org_id and a.id = m.answer_id
       where m.org_id = $1 order by a.text`,
      [orgId],
    );
  const judgements = () =>
    inspect("select judge, why, finding ->> 'stance' as stance from insight.judgement where org_id = $1", [
      orgId,
    ]);
  const answerIds = async () =>
    (await inspect("select id from tracking.answer where org_id = $1", [orgId])).map(
      ({ id }) => id as AnswerId,
    );
  const decide = (answerId: AnswerId, question: "named" | "stance") =>
    inspect(
      `insert into tracking.review_item (org_id, id, project_id, answer_id, brand_id, question, reason, seat,
         held_confidence, held_named, spans, extractor_version, state)
       select org_id, gen_random_uuid(), project_id, id, $2, $4, 'threshold', 1, 0.3, 'named', '[]',
         extractor_version, 'decided' from tracking.answer where org_id = $1 and id = $3`,
      [orgId, ownBrandId, answerId, question],
    );
  return { orgId, projectId, ownBrandId, runId, judge, stances, judgements, answerIds, decide };
}

const BY_RULES = { stance: "recommended", by: "rules@1.0.0", confidence: 0.65 };
const BY_MODEL = { by: "small@stance.v1", confidence: 0.9 };

test("a stance that the rules aren't sure of is the model's, which its mention names; what they are sure of isn't asked", async () => {
  const run = await runOf([UNSURE, SURE]);
  model("recommended");
  expect(await run.judge()).toEqual({ judged: 1, named: 0, restanced: 0, last: null });
  expect(standIn.requests).toHaveLength(1);
  expect(await run.stances()).toEqual([
    { stance: "recommended", ...BY_MODEL },
    { ...BY_RULES, confidence: 0.9 },
  ]);
});

test("each is asked once, by whoever comes and however often", async () => {
  const run = await runOf([UNSURE, "Halvorn is a planner.", "Halvorn is a planner for teams."]);
  await Promise.all([run.judge(), run.judge()]);
  const [stances, judgements] = [await run.stances(), await run.judgements()];
  expect(judgements).toHaveLength(3);
  standIn.forget();
  expect(await run.judge()).toEqual({ judged: 0, named: 0, restanced: 0, last: null });
  expect(standIn.requests).toEqual([]);
  expect([await run.stances(), await run.judgements()]).toEqual([stances, judgements]);
});

test("the same passage under the same question in another run is answered from the cache", async () => {
  const run = await runOf([UNSURE]);
  await run.judge();
  await inspect("delete from insight.judgement where org_id = $1", [run.orgId]);
  await inspect(
    "update tracking.mention set stance_by = 'rules@1.0.0', stance_confidence = 0.6 where org_id = $1",
    [run.orgId],
  );
  standIn.forget();
  expect(await run.judge()).toMatchObject({ judged: 1 });
  expect(standIn.requests).toEqual([]);
});

test("a model that isn't sure changes nothing, and is on record", async () => {
  const run = await runOf([UNSURE]);
  model("recommended", 0.5);
  expect(await run.judge()).toMatchObject({ judged: 1, restanced: 0 });
  expect(await run.stances()).toEqual([BY_RULES]);
  expect(await run.judgements()).toEqual([{ judge: "small", why: "model", stance: "recommended" }]);
});

test("where model and rules contradict each other, the large model decides; without one the rules' stance stands, for a person to see", async () => {
  const alone = await runOf([UNSURE]);
  model("negative");
  expect(await alone.judge()).toMatchObject({ judged: 1, restanced: 0 });
  expect(await alone.stances()).toEqual([{ ...BY_RULES, confidence: 0.3 }]);
  vi.stubEnv("ANALYSIS_LARGE_MODEL", "large");
  const helped = await runOf([UNSURE]);
  expect(await helped.judge()).toMatchObject({ judged: 1, restanced: 1 });
  expect(await helped.stances()).toEqual([{ stance: "negative", by: "large@stance.v1", confidence: 0.9 }]);
});

test("what a person decided is neither asked about nor overwritten, whichever question it was", async () => {
  for (const question of ["named", "stance"] as const) {
    const run = await runOf([UNSURE]);
    const [answerId] = await run.answerIds();
    if (answerId) await run.decide(answerId, question);
    expect(await run.judge()).toMatchObject({ judged: 0 });
    expect(standIn.requests).toEqual([]);
    expect(await run.stances()).toEqual([BY_RULES]);
  }
});

test("a decision that comes while the model is asked stands; without it, the model's would", async () => {
  for (const decided of [true, false]) {
    const run = await runOf([UNSURE]);
    const answerIds = await run.answerIds();
    const [question] = await inOrg(run.orgId, (tx) => readStanceQuestions(tx, answerIds));
    if (!question) throw new Error("no question");
    if (decided) await run.decide(question.answerId, "stance");
    await asOrg(run.orgId, async () => unwrap(await storeStance(question, judged(question))));
    const [stance] = await run.stances();
    expect(stance?.by).toBe(decided ? "rules@1.0.0" : "small@stance.v1");
  }
});

const judged = ({ rules }: StanceQuestion) => ({
  value: { stance: rules?.value.stance ?? ("neutral" as const), quote: "" },
  confidence: 0.9,
  judge: "small",
  promptVersion: "stance.v1",
  why: "model" as const,
  trouble: null,
  cached: null,
});

test("an endpoint that fails, in whichever way, leaves the rules' stances, and holds no token", async () => {
  for (const fault of ["server_error", "refusal", "not_json", "wrong_shape"] as const) {
    const run = await runOf([UNSURE]);
    standIn.setFault(fault);
    expect(await run.judge()).toMatchObject({ named: 0, restanced: 0 });
    expect(await run.stances()).toEqual([BY_RULES]);
    expect(await inspect("select id from insight.token_hold where org_id = $1", [run.orgId])).toEqual([]);
  }
});

test("the month's tokens are never exceeded: what no longer fits isn't asked, and the rules' stances stand", async () => {
  const texts = Array.from({ length: 40 }, (_, index) => `Halvorn is planner number ${index}.`);
  const run = await runOf(texts);
  const room = 6_000;
  await inspect(
    "insert into insight.token_month (org_id, month, tokens) values ($1, date_trunc('month', now() at time zone 'utc')::date, $2)",
    [run.orgId, 200_000 - room],
  );
  await Promise.all([run.judge(), run.judge()]);
  const [month] = await inspect("select tokens::int from insight.token_month where org_id = $1", [run.orgId]);
  expect(month?.tokens).toBeLessThanOrEqual(200_000);
  const byModel = (await run.stances()).filter(({ by }) => by === "small@stance.v1").length;
  expect(byModel).toBeGreaterThan(0);
  expect(byModel).toBeLessThan(40);
});

test("numbers follow: what was counted in advance and each metric is what a count of all answers says", async () => {
  vi.stubEnv("ANALYSIS_LARGE_MODEL", "large");
  const run = await runOf([UNSURE, SURE]);
  const numbers = () =>
    inspect(
      `select metric_id, value, answers from insight.metric_value where org_id = $1 and brand_id = $2
       and metric_id in ('recommended_rate', 'negative_rate') order by metric_id`,
      [run.orgId, run.ownBrandId],
    );
  const values = async () => (await numbers()).map(({ value }) => value);
  expect(await values()).toEqual([0, 1]);
  model("negative");
  await run.judge();
  expect(await values()).toEqual([0, 1]);
  await asOrg(run.orgId, async () => unwrap(await measureRun(run.runId)));
  const measured = await numbers();
  expect(measured.map(({ value }) => value)).toEqual([0.5, 0.5]);
  await asOrg(run.orgId, async () => unwrap(await rebuildRollups(run.projectId)));
  expect(await numbers()).toEqual(measured);
});

test("stances on record are put on again after the rules have read anew, and a second time changes nothing", async () => {
  const run = await runOf([UNSURE]);
  model("recommended");
  await run.judge();
  const before = await run.stances();
  await inspect(
    "update tracking.mention set stance = 'neutral', stance_by = 'rules@2.0.0', stance_confidence = 0.6",
  );
  const again = async () => inOrg(run.orgId, async (tx) => applyStances(tx, await run.answerIds()));
  await inOrg(run.orgId, async (tx) =>
    reapplyMeanings(tx, { answerIds: await run.answerIds(), mentions: [] }),
  );
  expect(await again()).toBe(0);
  expect(await run.stances()).toEqual(before);
});
