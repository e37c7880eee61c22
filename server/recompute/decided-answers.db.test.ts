import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { BrandId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { recomputeBatch } from "@/server/recompute";
import { claimItem, decideItem, fillQueue, saveReviewSetting, undoDecision } from "@/server/review";
import { reviewer } from "@/server/review/testing/review-scene";
import { outside } from "@/server/runs/testing/run-scene";
import {
  allThatIsKnown,
  captures,
  driveRecompute,
  NEW_NAMES,
  type ReadingScene,
  readingScene,
} from "./testing/reading-scene";

const { inspect } = testDatabase();
outside();

/** Claims the next items that are about a brand, and returns what it takes to decide them. */
async function claimed(scene: ReadingScene, wanted: number) {
  const { projectId, orgId } = scene;
  await scene.within(() => saveReviewSetting({ projectId, confidence: 0.7, share: 1 }));
  await scene.within(() => fillQueue({ projectId }));
  const items = await inspect(
    `select id, answer_id, brand_id from tracking.review_item
     where org_id = $1 and question = 'named' and seat = 1 order by id limit $2`,
    [orgId, wanted],
  );
  expect(items).toHaveLength(wanted);
  const person = reviewer();
  const decisions = [];
  for (const { id, answer_id, brand_id } of items) {
    const claim = await asOrg(orgId, () => claimItem({ projectId, itemId: String(id) }), person);
    const token = unwrap(claim)?.token ?? "";
    decisions.push({ itemId: String(id), token, answerId: answer_id, brandId: BrandId.parse(brand_id) });
  }
  const decide = ({ itemId, token }: { itemId: string; token: string }) =>
    asOrg(orgId, () => decideItem({ itemId, token, verdict: "no", brandIds: [] }), person);
  return { decisions, decide, person };
}

const mentionsOf = ({ orgId }: ReadingScene) =>
  inspect("select answer_id, brand_id, judged_by from tracking.mention where org_id = $1", [orgId]);

test("what people decided stays on top of what is read now, and an undo gives the new reading", async () => {
  const scene = await readingScene(captures(40));
  const fresh = await readingScene(captures(40), NEW_NAMES);
  const { decisions, decide, person } = await claimed(scene, 6);
  for (const decision of decisions) unwrap(await decide(decision));
  await scene.rename();
  await driveRecompute(scene, await scene.start());
  const named = await mentionsOf(scene);
  for (const { answerId, brandId } of decisions)
    expect(named.filter((row) => row.answer_id === answerId && row.brand_id === brandId)).toEqual([]);
  // Control: without the decisions these mentions are there, as a fresh recording has them.
  for (const { itemId } of decisions.toReversed())
    unwrap(await asOrg(scene.orgId, () => undoDecision({ itemId }), person));
  const facts = (lines: readonly string[]) => lines.filter((line) => line.startsWith("tracking."));
  expect(facts(await allThatIsKnown(inspect, scene))).toEqual(facts(await allThatIsKnown(inspect, fresh)));
});

test("decisions while the answers are read again are all kept, whoever comes first", async () => {
  const scene = await readingScene(captures(60));
  const { decisions, decide } = await claimed(scene, 12);
  await scene.rename();
  const recomputeId = await scene.start();
  const retried = async <T>(work: () => Promise<{ ok: boolean; error?: { code: string } } & T>) => {
    for (;;) {
      const result = await work();
      if (result.ok || result.error?.code !== "busy") return result;
    }
  };
  const reading = retried(() => asOrg(scene.orgId, () => recomputeBatch(recomputeId)));
  const decided = await Promise.all(decisions.map((decision) => retried(() => decide(decision))));
  expect(decided.map(({ ok }) => ok)).toEqual(decisions.map(() => true));
  expect(await reading).toMatchObject({ ok: true });
  await driveRecompute(scene, recomputeId);
  const named = await mentionsOf(scene);
  for (const { answerId, brandId } of decisions)
    expect(named.filter((row) => row.answer_id === answerId && row.brand_id === brandId)).toEqual([]);
  expect(named.length).toBeGreaterThan(20);
});

test("what the analysis model held is a mention again where the rules leave it open again, and nowhere else", async () => {
  const lines = [
    "Our team plans its work in Monday, and likes it.",
    "The office opens again on Monday.",
    "Halvorn is a desk.",
  ].map((text, index) =>
    JSON.stringify({
      engine: "chatgpt",
      prompt: "Which planner?",
      text: `${text} Answer ${index}.`,
      capturedAt: `2026-10-0${index + 1}T09:00:00Z`,
    }),
  );
  const scene = await readingScene(lines.join("\n"), { name: "Monday", aliases: [], domains: [] });
  const open = await inspect(
    "select answer_id, brand_id, spans from tracking.ambiguous_mention where org_id = $1 order by answer_id",
    [scene.orgId],
  );
  expect(open).toHaveLength(2);
  for (const [index, { answer_id, brand_id }] of open.entries())
    await inspect(
      `insert into insight.judgement (org_id, answer_id, brand_id, task, prompt_version, judge, finding, confidence, why)
       values ($1, $2, $3, 'disambiguation', '1', 'model', $4, 0.9, 'test')`,
      [scene.orgId, answer_id, brand_id, JSON.stringify({ meaning: index === 0 ? "brand" : "word" })],
    );
  await scene.rename({ name: "Monday", aliases: ["Halvorn"], domains: [] });
  await driveRecompute(scene, await scene.start());
  const rows = await inspect(
    "select answer_id, spans, confidence from tracking.mention where org_id = $1 order by answer_id",
    [scene.orgId],
  );
  expect(rows[0]).toEqual({ answer_id: open[0]?.answer_id, spans: open[0]?.spans, confidence: 0.9 });
  expect(rows.map(({ answer_id }) => answer_id)).not.toContain(open[1]?.answer_id);
  expect(rows).toHaveLength(2);
});
