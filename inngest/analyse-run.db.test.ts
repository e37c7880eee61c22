import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { type StandIn, startStandIn } from "@/server/analysis";
import { saveCheckSetting, saveFact } from "@/server/facts";
import { importCaptures } from "@/server/imports";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { createProject } from "@/server/projects";
import { inngest } from "./client";
import { analyseRun } from "./functions/analyse-run";
import { checkRun } from "./functions/check-run";
import { holdAgain } from "./functions/hold-again";
import { startTestRuntime, until } from "./local/testing/start-test-runtime";

const database = testDatabase();
const { inspect } = database;
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
  vi.stubEnv("ANALYSIS_BASE_URL", standIn.url);
  vi.stubEnv("ANALYSIS_SMALL_MODEL", "small");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await standIn.close();
});

const TEXTS = ["Our team plans its work in Monday, and likes the app.", "The office opens again on Monday."];

/** A run of two captures that name the brand Monday, or only the day. */
async function closedRun() {
  const actor = { kind: "system", job: "test" } as const;
  const { orgId, workspaceId } = unwrap(await createOrg({ name: "Acme" }, actor, "test"));
  const { projectId, ownBrandId } = await asOrg(orgId, async () =>
    unwrap(await createProject({ workspaceId, name: "Work", own: { name: "Monday" }, rivals: [] })),
  );
  const lines = TEXTS.map((text, index) =>
    JSON.stringify({
      engine: "chatgpt",
      prompt: `Which planner, number ${index}?`,
      text,
      capturedAt: "2026-11-10T09:00:00Z",
    }),
  );
  await asOrg(orgId, async () =>
    unwrap(
      await importCaptures({
        projectId,
        format: "jsonl",
        content: lines.join("\n"),
        idempotencyKey: "import",
      }),
    ),
  );
  const [run] = await inspect("select id from tracking.run where org_id = $1", [orgId]);
  const presence = async () => {
    const [row] = await inspect(
      "select value from insight.metric_value where org_id = $1 and brand_id = $2 and metric_id = 'presence'",
      [orgId, ownBrandId],
    );
    return row?.value;
  };
  return { orgId, projectId, ownBrandId, runId: String(run?.id), presence };
}

test("a closed run is judged and measured again, once, however often its end is told", async () => {
  const runtime = await startTestRuntime(database, inngest, [analyseRun]);
  const { orgId, runId, presence } = await closedRun();
  expect(await presence()).toBe(0);
  for (let copy = 0; copy < 3; copy += 1) await inngest.send({ name: "run/closed", data: { orgId, runId } });
  await runtime.idle();
  expect(await presence()).toBe(0.5);
  // Two names that the rules leave open, and the stance of the one that means the brand.
  expect(await inspect("select judge from insight.judgement where org_id = $1", [orgId])).toHaveLength(3);
  expect(standIn.requests).toHaveLength(3);
});

test("control: with an endpoint that fails, the run stands as it was closed", async () => {
  standIn.setFault("server_error");
  const runtime = await startTestRuntime(database, inngest, [analyseRun]);
  const { orgId, runId, presence } = await closedRun();
  await inngest.send({ name: "run/closed", data: { orgId, runId } });
  await runtime.idle();
  expect(await presence()).toBe(0);
  expect(await inspect("select judge from insight.judgement where org_id = $1", [orgId])).toEqual([]);
});

test("what a closed run says of the brand is read once, however often its end is told, and held again when a fact changes", async () => {
  standIn.setFault("server_error");
  const runtime = await startTestRuntime(database, inngest, [checkRun, holdAgain]);
  const { orgId, projectId, runId, ownBrandId } = await closedRun();
  const checks = () =>
    inspect("select sheet, verdict from tracking.statement_check where org_id = $1 order by sheet", [orgId]);
  await asOrg(orgId, async () =>
    unwrap(await saveCheckSetting({ projectId, share: 1, answersPerRun: 10, pagesPerRun: 5 })),
  );
  // Named by hand: the brand of this run is one that the rules leave open.
  await inspect(
    `insert into tracking.mention (org_id, answer_id, brand_id, spans, naming_order, confidence)
     select org_id, id, $2, jsonb_build_array(jsonb_build_object('start', 0, 'end', 1)), 1, 1
     from tracking.answer where org_id = $1 order by id limit 1`,
    [orgId, ownBrandId],
  );
  await inspect("update tracking.answer set text = 'M was founded in 2011. ' || text where org_id = $1", [
    orgId,
  ]);
  for (let copy = 0; copy < 3; copy += 1) await inngest.send({ name: "run/closed", data: { orgId, runId } });
  await runtime.idle();
  expect(await checks()).toEqual([{ sheet: 0, verdict: "unverifiable" }]);
  await asOrg(orgId, async () =>
    unwrap(
      await saveFact({
        brandId: ownBrandId,
        topic: "founding",
        statement: "Founded in 2012",
        value: { kind: "date", date: "2012" },
      }),
    ),
  );
  for (let copy = 0; copy < 3; copy += 1)
    await inngest.send({ name: "facts/changed", data: { orgId, brandId: ownBrandId } });
  await until(async () => (await checks()).length > 1);
  await runtime.idle();
  expect(await checks()).toEqual([
    { sheet: 0, verdict: "unverifiable" },
    { sheet: 1, verdict: "wrong" },
  ]);
});

test("a run is measured again with what its cited pages support, and only when some were looked at", async () => {
  const runtime = await startTestRuntime(database, inngest, [checkRun]);
  const measuredAfter = async (cites: boolean) => {
    const { orgId, projectId, runId } = await closedRun();
    await asOrg(orgId, async () =>
      unwrap(await saveCheckSetting({ projectId, share: 1, answersPerRun: 0, pagesPerRun: 5 })),
    );
    if (cites)
      await inspect(
        `insert into tracking.citation (org_id, answer_id, ordinal, url, canonical_url, domain, kind, spans)
         select org_id, id, 1, 'http://127.0.0.1/', 'http://127.0.0.1/', '127.0.0.1', 'cited', '[{"start": 0, "end": 10}]'
         from tracking.answer where org_id = $1`,
        [orgId],
      );
    const measuredAt = async () =>
      (
        await inspect("select max(computed_at)::text as at from insight.metric_value where org_id = $1", [
          orgId,
        ])
      )[0]?.at;
    const before = await measuredAt();
    await inngest.send({ name: "run/closed", data: { orgId, runId } });
    await runtime.idle();
    return (await measuredAt()) !== before;
  };
  expect(await measuredAfter(true)).toBe(true);
  expect(await measuredAfter(false)).toBe(false);
});
