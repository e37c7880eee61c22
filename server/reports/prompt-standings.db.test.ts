import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { sandboxMarket } from "@/server/engines";
import type { AskId, RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { getOverview } from "@/server/reports";
import { requestRun, reserveRun } from "@/server/runs";
import { createScene, driveAsk, driveRun, outside } from "@/server/runs/testing/run-scene";

const { inspect } = testDatabase();
outside();

const MONDAY = new Date("2026-10-19T09:30:00Z");
const DAY = 86_400_000;

const askIdsOf = (runId: RunId) => async () =>
  (await inspect("select id from tracking.ask where run_id = $1 order by id", [runId])).map(
    (row) => row.id as AskId,
  );

/** A project whose panel has `prompts` prompts, the first of them branded, with a run a day over `days`. */
async function measuredProject(prompts: number, days: number) {
  const texts = sandboxMarket.prompts.slice(0, prompts).map((prompt) => prompt.text);
  const scene = await createScene({ credits: 10_000, prompts: texts });
  await inspect("update tracking.prompt set intent = 'branded' where text = $1", [texts[0]]);
  const request = async (day: number) => {
    const simulated = { observedAt: new Date(MONDAY.getTime() + day * DAY) };
    return asOrg(scene.orgId, async () =>
      unwrap(await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: `day ${day}`, simulated })),
    );
  };
  for (let day = 0; day < days; day += 1) {
    const { runId } = await request(day);
    await driveRun(scene.orgId, runId, askIdsOf(runId));
  }
  const read = (madeUp = true) =>
    asOrg(scene.orgId, async () =>
      unwrap(await getOverview({ projectId: scene.projectId })).series.find(
        ({ sandbox }) => sandbox === madeUp,
      ),
    );
  return { ...scene, texts, request, read };
}

const sums = (standings: readonly { hits: number; answers: number }[]) => [
  standings.reduce((sum, { hits }) => sum + hits, 0),
  standings.reduce((sum, { answers }) => sum + answers, 0),
];

test("the prompts' counts add up to presence's, best first, without the branded one", async () => {
  const { read, texts } = await measuredProject(6, 3);
  const series = await read();
  const { total, best, weakest } = series?.prompts ?? { total: 0, best: [], weakest: [] };
  const presence = series?.shown?.metrics[0];
  expect([total, best.length, weakest.length]).toEqual([5, 5, 0]);
  expect(sums(best)).toEqual([presence?.successes, presence?.total]);
  const shares = best.map(({ hits, answers }) => hits / answers);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(best.map(({ text }) => text)).not.toContain(texts[0]);
  expect(best.every(({ streak }) => streak !== null)).toBe(true);
});

test("of many prompts three stand at each end, the weakest first in its list, and none at both", async () => {
  const { read } = await measuredProject(9, 2);
  const { total, best, weakest } = (await read())?.prompts ?? { total: 0, best: [], weakest: [] };
  expect([total, best.length, weakest.length]).toEqual([8, 3, 3]);
  expect(new Set([...best, ...weakest].map(({ promptId }) => promptId)).size).toBe(6);
  const share = ({ hits, answers }: { hits: number; answers: number }) => hits / answers;
  expect(Math.min(...best.map(share))).toBeGreaterThanOrEqual(Math.max(...weakest.map(share)));
});

test("answers of a run that is still asked are in no prompt's count, as they are in no metric", async () => {
  const { orgId, request, read } = await measuredProject(4, 2);
  const before = (await read())?.prompts;
  const { runId } = await request(2);
  await asOrg(orgId, async () => {
    unwrap(await reserveRun(runId));
    for (const askId of (await askIdsOf(runId)()).slice(0, 2)) await driveAsk(askId);
  });
  const answers = await inspect("select 1 from tracking.answer where run_id = $1", [runId]);
  expect(answers).toHaveLength(2);
  expect((await read())?.prompts).toEqual(before);
});

test("where made-up and real answers share a cell, its streak is not shown", async () => {
  const { projectId, read } = await measuredProject(3, 1);
  await inspect(
    `insert into insight.metric_value select org_id, project_id, panel_version_id, window_start - 7, window_days,
       engine_id, surface, metric_id, brand_id, value, answers, prompts, detail,
       jsonb_set(provenance, '{sandbox}', 'false'), computed_at
     from insight.metric_value where project_id = $1`,
    [projectId],
  );
  expect((await read(false))?.trend).toHaveLength(1);
  const { best } = (await read())?.prompts ?? { best: [] };
  expect(best.map(({ streak }) => streak)).toEqual(best.map(() => null));
  expect(best.length).toBeGreaterThan(0);
});
