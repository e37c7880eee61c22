import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { sandboxMarket } from "@/server/engines";
import { AskId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { requestRun, reserveRun, sweepRuns } from "@/server/runs";
import { createScene, driveAsk, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const world = outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 3).map((prompt) => prompt.text);

test("the janitor sends again what stands still, and leaves a busy run alone", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ["chatgpt"], idempotencyKey: "stuck" })),
  );
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const sentSince = (from: number) =>
    world.sent
      .slice(from)
      .filter((event) => event.data.runId === runId)
      .map((event) => event.name);
  let mark = world.sent.length;
  unwrap(await sweepRuns(later(2)));
  expect(sentSince(mark)).toEqual(["run/requested"]);
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  mark = world.sent.length;
  unwrap(await sweepRuns(later(4)));
  expect(sentSince(mark)).toEqual(["ask/requested", "ask/requested", "ask/requested"]);
  const [row] = await inspect("select id from tracking.ask where run_id = $1 order by id", [runId]);
  await asOrg(scene.orgId, () => driveAsk(AskId.parse(row?.id)));
  mark = world.sent.length;
  unwrap(await sweepRuns(later(6)));
  expect(sentSince(mark)).toEqual([]);
});
