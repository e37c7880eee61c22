import { afterAll, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { saveSchedule } from "@/server/schedules";
import { memberScene } from "@/server/trpc/testing/member-scene";
import { inngest } from "./client";
import { startSchedules } from "./functions/start-schedules";
import { startTestRuntime, until } from "./local/testing/start-test-runtime";

const database = testDatabase();
const { inspect } = database;
vi.stubEnv("ENGINE_SANDBOX_URL", "http://127.0.0.1:1");
afterAll(() => vi.unstubAllEnvs());

test("each minute starts what is due by then, and nothing that isn't", async () => {
  const scene = await memberScene(inspect);
  const { orgId, projectId, panelId } = scene;
  const [hours, minutes] = new Date(Date.now() - 120_000).toISOString().slice(11, 16).split(":");
  const when = { days: [1, 2, 3, 4, 5, 6, 7], time: `${hours}:${minutes}`, timeZone: "UTC" };
  const wanted = { projectId, panelId, engineIds: ["chatgpt"], repeats: 1, ...when };
  await scene.within(async () => unwrap(await saveSchedule(wanted)));
  const runs = () => inspect("select id from tracking.run where org_id = $1", [orgId]);

  const clock = { iso: "2030-01-01T12:16:30Z", now: () => new Date(clock.iso) };
  const options = { cronClock: clock, cronIntervalMs: 5 };
  const runtime = await startTestRuntime(database, inngest, [startSchedules], options);
  clock.iso = "2030-01-01T12:17:01Z";
  await runtime.idle();
  expect(await runs()).toEqual([]);

  // As if it had been saved yesterday.
  await inspect("update ops.due_schedule set due_at = due_at - interval '1 day'");
  clock.iso = "2030-01-01T12:18:01Z";
  await until(async () => (await runs()).length === 1);
  clock.iso = "2030-01-01T12:19:01Z";
  await runtime.idle();
  expect(await runs()).toHaveLength(1);
});
