import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { type FaultInput, sandboxMarket } from "@/server/engines";
import type { AskId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { getRun, requestRun } from "@/server/runs";
import { createScene, driveRun, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const world = outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 3).map((prompt) => prompt.text);

/** A run of three prompts on one engine under a fault, ended: its credits, and what its answers became. */
async function endedRun(engineId: string, fault: FaultInput) {
  await world.setFaults([fault]);
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: [engineId], repeats: 1, idempotencyKey: "r1" })),
  );
  const askIds = async () =>
    (await inspect("select id from tracking.ask where run_id = $1 order by id", [runId])).map(
      (row) => row.id as AskId,
    );
  await driveRun(scene.orgId, runId, askIds);
  const { credits } = await asOrg(scene.orgId, async () => unwrap(await getRun(runId)));
  const answers = await inspect(
    "select state, surface, charged, cost_micros::int as cost from tracking.answer where run_id = $1",
    [runId],
  );
  return { credits, answers };
}

test("a page without an AI Overview is an answer: charged at its own weight, the rest given back", async () => {
  const { credits, answers } = await endedRun("google_ai_overviews", { kind: "missing_overview" });
  expect(answers).toEqual(
    Array(3).fill({ state: "no_answer_shown", surface: "serp", charged: 1, cost: 2_000 }),
  );
  expect(credits).toMatchObject({ reserved: 6, settled: 3, released: 3 });
});

test("an empty AI Overview isn't a page without one: it costs as much as any other answer (control)", async () => {
  const { credits, answers } = await endedRun("google_ai_overviews", { kind: "empty_answer" });
  expect(answers).toEqual(Array(3).fill({ state: "empty", surface: "serp", charged: 2, cost: 4_000 }));
  expect(credits).toMatchObject({ reserved: 6, settled: 6, released: 0 });
});

test("what ChatGPT's website said is stored as a capture, beside the API's and apart from it", async () => {
  const { answers } = await endedRun("chatgpt_web", { kind: "empty_answer" });
  expect(answers).toEqual(Array(3).fill({ state: "empty", surface: "capture", charged: 1, cost: 4_000 }));
});
