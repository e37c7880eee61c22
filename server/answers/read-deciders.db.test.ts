import { beforeAll, expect, test } from "vitest";
import { asOrg, createTestOrg, createTestProject, type TestProject } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { getAnswer } from "@/server/answers";
import { type AnswerId, type BrandId, newId, type OrgId, type RunId, type UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { addTestAnswer, addTestBrands, addTestRun } from "./testing/test-answers";

const { inspect } = testDatabase();
let orgId: OrgId;
let project: TestProject;
let runId: RunId;
let brandId: BrandId;
const reviewer = { kind: "user" as const, userId: newId<UserId>(), role: "member" as const };

beforeAll(async () => {
  orgId = await createTestOrg();
  project = await createTestProject(orgId, { prompts: 1 });
  const [first] = await addTestBrands(orgId, project, "Acme");
  brandId = first ?? newId<BrandId>();
  runId = await addTestRun(orgId, project);
});

const named = () =>
  addTestAnswer(orgId, project, runId, {
    text: "Acme.",
    named: [{ brandId, spans: [{ start: 0, end: 4 }] }],
  });
const decidersOf = async (answerId: AnswerId, actor?: typeof reviewer) => {
  const { brands } = await asOrg(orgId, async () => unwrap(await getAnswer({ answerId })), actor);
  return brands.find((brand) => brand.brandId === brandId)?.deciders;
};
const judge = (answerId: AnswerId, why: string) =>
  inspect(
    `insert into insight.judgement (org_id, answer_id, brand_id, task, prompt_version, judge, finding, confidence, why)
     values ($1, $2, $3, 'stance', 'stance.v1', 'small', '{"stance": "neutral", "quote": ""}', 0.75, $4)`,
    [orgId, answerId, brandId, why],
  );
const stanceBy = (answerId: AnswerId, by: string) =>
  inspect(
    "update tracking.mention set stance = 'neutral', stance_confidence = 0.75, stance_by = $3 where org_id = $1 and answer_id = $2",
    [orgId, answerId, by],
  );

test("a stance that a model judged says which model and which prompt; one that the rules kept says neither", async () => {
  const [byModel, byRules] = [await named(), await named()];
  await judge(byModel, "model");
  await stanceBy(byModel, "small@stance.v1");
  await judge(byRules, "undecided");
  await stanceBy(byRules, "rules@1.0.0");
  expect(await decidersOf(byModel)).toEqual([
    expect.objectContaining({
      kind: "model",
      fact: "stance",
      model: "small",
      promptVersion: "stance.v1",
      confidence: 0.75,
    }),
  ]);
  expect(await decidersOf(byRules)).toEqual([]);
});

test("a person's decision says who, when and with which note, and whether it is the reader's own", async () => {
  const answerId = await named();
  await inspect('insert into identity."user" (id, email, name) values ($1, $2, $3)', [
    reviewer.userId,
    `${reviewer.userId}@example.com`,
    "Ada Reader",
  ]);
  await inspect(
    `insert into tracking.review_item (org_id, id, project_id, answer_id, brand_id, question, reason, seat, held_confidence,
       held_named, spans, extractor_version, state, verdict, verdict_brands, note, decided_by, decided_at, decided_order)
     select org_id, gen_random_uuid(), project_id, id, $3, 'named', 'threshold', 1, 0.5, 'named', '[]', 'test', 'decided',
       'yes', '[]', 'Read twice.', $4, '2026-11-10T09:00:00Z', 1 from tracking.answer where org_id = $1 and id = $2`,
    [orgId, answerId, brandId, `user:${reviewer.userId}`],
  );
  const decision = {
    kind: "person",
    fact: "named",
    note: "Read twice.",
    name: "Ada Reader",
    at: "2026-11-10T09:00:00Z",
  };
  expect(await decidersOf(answerId, reviewer)).toEqual([
    expect.objectContaining({ ...decision, mine: true }),
  ]);
  expect(await decidersOf(answerId)).toEqual([expect.objectContaining({ ...decision, mine: false })]);
});
