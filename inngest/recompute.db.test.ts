import { expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { getRecompute } from "@/server/recompute";
import { captures, readingScene } from "@/server/recompute/testing/reading-scene";
import { inngest } from "./client";
import { recompute } from "./functions/recompute";
import { startTestRuntime } from "./local/testing/start-test-runtime";

const database = testDatabase();
const { inspect } = database;
vi.stubEnv("ENGINE_SANDBOX_URL", "http://127.0.0.1:9");

const PRESENCE = `select sum(value) as sum from insight.metric_value m
  where org_id = $1 and metric_id = 'presence' and brand_id = $2`;

test("a started reading goes to its end, once, however often its event is told; the numbers change and the old ones stay", async () => {
  const runtime = await startTestRuntime(database, inngest, [recompute]);
  const scene = await readingScene(captures(60));
  const { orgId, projectId, ownBrandId, within } = scene;
  const presence = async () => Number((await inspect(PRESENCE, [orgId, ownBrandId]))[0]?.sum);
  const before = await presence();
  await scene.rename();
  const recomputeId = await scene.start();
  for (let copy = 0; copy < 3; copy += 1)
    await inngest.send({ name: "recompute/requested", data: { orgId, projectId, recomputeId } });
  await runtime.idle();
  const { stale, latest } = await within(() => getRecompute({ projectId }));
  expect({ stale, ...latest }).toMatchObject({ stale: 0, state: "done", total: 60, done: 60 });
  expect(await presence()).toBeGreaterThan(before);
  const [earlier] = await inspect(PRESENCE.replace("metric_value", "earlier_value"), [orgId, ownBrandId]);
  expect(Number(earlier?.sum)).toBe(before);
  const ended = await inspect("select 1 from ops.audit_log where org_id = $1 and action = 'recompute.done'", [
    orgId,
  ]);
  expect(ended).toHaveLength(1);
});

test("one that can't go on ends as failed with the reason, and another start goes on with the rest", async () => {
  const runtime = await startTestRuntime(database, inngest, [recompute]);
  const scene = await readingScene(captures(10));
  const { projectId, within } = scene;
  await scene.rename();
  await inspect("alter table tracking.citation add constraint away check (url = '') not valid");
  await scene.start();
  await runtime.idle();
  expect((await within(() => getRecompute({ projectId }))).latest).toMatchObject({
    state: "failed",
    done: 0,
    failure: expect.stringContaining("six times"),
  });
  await inspect("alter table tracking.citation drop constraint away");
  await scene.start();
  await runtime.idle();
  expect(await within(() => getRecompute({ projectId }))).toMatchObject({
    stale: 0,
    latest: { state: "done", done: 10 },
  });
});
