import { beforeEach, describe, expect, test, vi } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { newId, type OrgId, type RunId, type ScheduleId, type UserId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { savePanel } from "@/server/panels";
import { requestRun, reserveRun } from "@/server/runs";
import { createScene, outside } from "@/server/runs/testing/run-scene";
import {
  listSchedules,
  pauseSchedule,
  removeSchedule,
  resumeSchedule,
  type SaveScheduleInput,
  saveSchedule,
  startDueRuns,
} from "@/server/schedules";

const { inspect } = testDatabase({ max: 20 });
outside();

const HOUR = 3_600_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

type Scene = Awaited<ReturnType<typeof createScene>>;
let scene: Scene;
beforeEach(async () => {
  await inspect("delete from ops.due_schedule");
  scene = await createScene({ credits: 1_000, prompts: ["Which desk?", "Which chair?"] });
});

const within = <T>(work: () => Promise<T>) => asOrg(scene.orgId, work);
const save = (over: Partial<SaveScheduleInput> = {}) =>
  within(async () => {
    const { projectId, panelId } = scene;
    const grid = { projectId, panelId, engineIds: ["chatgpt"], repeats: 1 };
    return unwrap(await saveSchedule({ ...grid, days: EVERY_DAY, time: "09:00", timeZone: "UTC", ...over }));
  });
const list = () => within(async () => unwrap(await listSchedules({ projectId: scene.projectId })));
const only = async () => {
  const [schedule] = (await list()).schedules;
  if (!schedule) throw new Error("there is no schedule");
  return schedule;
};
const named = async () => ({ projectId: scene.projectId, scheduleId: (await only()).scheduleId });
const start = async (at: Date) => unwrap(await startDueRuns(at));
const later = (moment: string, hours: number) => new Date(new Date(moment).getTime() + hours * HOUR);
const runs = () =>
  inspect(
    `select id, state, panel_version_id, repeats, price_credits::int from tracking.run
     where org_id = $1 order by id`,
    [scene.orgId],
  );
const days = () =>
  inspect(
    `select day::text, state, run_id is not null as has_run, why from tracking.schedule_day
     where org_id = $1 order by day`,
    [scene.orgId],
  );

describe("when the time has come", () => {
  test("one run starts, of the panel's newest version, and the next day is planned", async () => {
    const { nextAt } = await save({ repeats: 2 });
    const newest = await within(async () =>
      unwrap(
        await savePanel({ projectId: scene.projectId, name: "Main", prompts: [{ text: "Which lamp?" }] }),
      ),
    );
    await start(later(nextAt, -0.01));
    expect(await runs()).toEqual([]);
    await start(new Date(nextAt));
    expect(await runs()).toMatchObject([
      { state: "requested", panel_version_id: newest.panelVersionId, repeats: 2 },
    ]);
    await start(later(nextAt, 1));
    expect(await runs()).toHaveLength(1);
    const next = await only();
    expect(next.nextAt).toBe(later(nextAt, 24).toISOString());
    expect(next.lately).toMatchObject([{ day: nextAt.slice(0, 10), why: null }]);
  });

  test("of sixteen that look at once, one starts it", async () => {
    const { nextAt } = await save();
    await Promise.all(Array.from({ length: 16 }, () => start(new Date(nextAt))));
    expect(await runs()).toHaveLength(1);
    expect(await days()).toHaveLength(1);
  });

  test("a week of minutes starts seven runs, on seven days", async () => {
    const { nextAt } = await save();
    for (let hour = 0; hour < 7 * 24; hour += 0.5) await start(later(nextAt, hour));
    expect(await runs()).toHaveLength(7);
    expect((await days()).map(({ state }) => state)).toEqual(Array(7).fill("started"));
  });

  test("a panel that is asked on two days a week is asked on those", async () => {
    const { nextAt } = await save({ days: [2, 5] });
    for (let day = 0; day < 14; day += 1) await start(later(nextAt, day * 24));
    const weekdays = (await days()).map(({ day }) => new Date(String(day)).getUTCDay());
    expect(weekdays.toSorted()).toEqual([2, 2, 5, 5]);
  });
});

describe("whoever dies in between leaves the day to the next minute", () => {
  const claimedOnly = async (scheduleId: ScheduleId, day: string) =>
    inspect(
      `insert into tracking.schedule_day
         (org_id, schedule_id, day, planned_at, panel_version_id, engine_ids, repeats, state)
       values ($1, $2, $3, $4, $5, '{chatgpt}', 1, 'starting')`,
      [scene.orgId, scheduleId, day, `${day}T09:00:00Z`, scene.panelVersionId],
    );

  test("after the day was claimed: its run is started", async () => {
    const { scheduleId, nextAt } = await save();
    await claimedOnly(scheduleId, nextAt.slice(0, 10));
    await start(later(nextAt, 0.1));
    expect(await runs()).toHaveLength(1);
    expect(await days()).toMatchObject([{ state: "started", has_run: true }]);
  });

  test("after the run was requested: the same run is found, also when the schedule was changed meanwhile", async () => {
    const { scheduleId, nextAt } = await save();
    const day = nextAt.slice(0, 10);
    await claimedOnly(scheduleId, day);
    const { projectId, panelVersionId } = scene;
    const grid = { projectId, panelVersionId, engineIds: ["chatgpt"], repeats: 1 };
    const key = { idempotencyKey: `schedule:${scheduleId}:${day}`, whenUnpaid: "wait" as const };
    const { runId } = await within(async () => unwrap(await requestRun({ ...grid, ...key })));
    await inspect("update tracking.schedule set repeats = 5 where id = $1", [scheduleId]);
    await start(later(nextAt, 0.1));
    expect((await runs()).map(({ id }) => id)).toEqual([runId]);
    expect((await only()).lately).toMatchObject([{ runId, why: null }]);
  });

  test("one schedule that breaks keeps no other waiting", async () => {
    vi.spyOn(logger, "warn").mockImplementation(() => {});
    const { nextAt } = await save();
    await inspect("insert into ops.due_schedule values ($1, $2, $3)", [
      await createTestOrg(),
      newId(),
      later(nextAt, -1),
    ]);
    const broken = await createScene({ credits: 100, prompts: ["Which desk?"] });
    await asOrg(broken.orgId, async () => {
      const { projectId, panelId } = broken;
      const grid = { projectId, panelId, engineIds: ["chatgpt"], repeats: 1 };
      unwrap(await saveSchedule({ ...grid, days: EVERY_DAY, time: "09:00", timeZone: "UTC" }));
    });
    await inspect("update tracking.schedule set time = 'broken' where org_id = $1", [broken.orgId]);
    await start(new Date(nextAt));
    expect(await runs()).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });
});

describe("what can't be started is kept, in words, and the next day planned", () => {
  test("a run that was missed by more than six hours", async () => {
    const { nextAt } = await save();
    await start(later(nextAt, 6.1));
    expect(await runs()).toEqual([]);
    expect((await only()).lately[0]?.why).toMatch(/more than 6 hours late/);
    // Control: a little less, on the next day.
    await start(later(nextAt, 24 + 5.9));
    expect(await runs()).toHaveLength(1);
  });

  test("an engine that lost its key", async () => {
    const { nextAt } = await save();
    await inspect("update tracking.schedule set engine_ids = '{gone}' where org_id = $1", [scene.orgId]);
    await start(new Date(nextAt));
    expect(await runs()).toEqual([]);
    expect((await only()).lately[0]?.why).toMatch(/gone/);
    expect((await only()).nextAt).toBe(later(nextAt, 24).toISOString());
  });

  test("without credits the run waits, visibly, and none is piled up behind it", async () => {
    scene = await createScene({ credits: 1, prompts: ["Which desk?", "Which chair?"] });
    const { nextAt } = await save();
    await start(new Date(nextAt));
    const [waiting] = await runs();
    await within(async () => unwrap(await reserveRun(waiting?.id as RunId)));
    expect(await runs()).toMatchObject([{ state: "waiting_for_credits" }]);
    await start(later(nextAt, 24));
    await start(later(nextAt, 48));
    expect(await runs()).toHaveLength(1);
    expect((await days()).map(({ why }) => why)).toEqual([
      null,
      "The run before it still waits for credits.",
      "The run before it still waits for credits.",
    ]);
  });
});

test("a schedule that is switched off for its org passes its days, told so; another org's starts", async () => {
  const { nextAt } = await save();
  const off = { flag: "scheduled_runs", orgId: scene.orgId, percent: 0 };
  unwrap(await startDueRuns(new Date(nextAt), [off]));
  expect(await runs()).toEqual([]);
  expect((await only()).lately[0]?.why).toMatch(/start no runs for your organisation/);
  unwrap(await startDueRuns(later(nextAt, 24), [{ ...off, orgId: await createTestOrg() }]));
  expect(await runs()).toHaveLength(1);
});

describe("a change", () => {
  test("to a later time of a day that had its run gives it no second one", async () => {
    const { nextAt } = await save({ time: "00:01" });
    await start(new Date(nextAt));
    await inspect("update ops.due_schedule set due_at = $1", [later(nextAt, 2)]);
    await inspect("update tracking.schedule set time = '02:01' where org_id = $1", [scene.orgId]);
    await start(later(nextAt, 2.5));
    expect(await runs()).toHaveLength(1);
    expect((await only()).nextAt?.slice(0, 10)).not.toBe(nextAt.slice(0, 10));
  });

  test("saved twice, also at once, stays one schedule of the panel", async () => {
    const saved = await Promise.all([save(), save({ repeats: 2 }), save({ days: [1] })]);
    expect(new Set(saved.map(({ scheduleId }) => scheduleId)).size).toBe(1);
    expect((await list()).schedules).toHaveLength(1);
  });

  test("paused it starts nothing; resumed it goes on without what was missed; removed it is gone and its runs stay", async () => {
    const { nextAt } = await save();
    await start(new Date(nextAt));
    await within(async () => unwrap(await pauseSchedule(await named())));
    expect(await only()).toMatchObject({ paused: true, nextAt: null });
    await start(later(nextAt, 24));
    expect(await runs()).toHaveLength(1);
    await within(async () => unwrap(await resumeSchedule(await named())));
    await start(later(nextAt, 24));
    expect(await runs()).toHaveLength(2);
    await within(async () => unwrap(await removeSchedule(await named())));
    expect((await list()).schedules).toEqual([]);
    expect(await runs()).toHaveLength(2);
    expect(await inspect("select * from ops.due_schedule where org_id = $1", [scene.orgId])).toEqual([]);
  });

  test("is refused in words: a zone that nobody knows, an engine without a key, a stranger's panel, a viewer", async () => {
    const { projectId, panelId } = scene;
    const wanted = { projectId, panelId, engineIds: ["chatgpt"], repeats: 1, days: [1], time: null };
    const attempt = (over: object, as: OrgId = scene.orgId) =>
      asOrg(as, () => saveSchedule({ ...wanted, timeZone: "UTC", ...over }));
    const refusals = [
      await attempt({ timeZone: "Mars/Olympus" }),
      await attempt({ engineIds: ["no-such-engine"] }),
      await attempt({ time: "25:00" }),
      await attempt({ days: [] }),
      await attempt({}, await createTestOrg({ credits: 10 })),
      await asOrg(scene.orgId, () => saveSchedule({ ...wanted, timeZone: "UTC" }), {
        kind: "user",
        userId: newId<UserId>(),
        role: "viewer",
      }),
    ];
    expect(refusals.map((each) => !each.ok && each.error.code)).toEqual([
      "invalid_input",
      "engine_unavailable",
      "invalid_input",
      "invalid_input",
      "not_found",
      "forbidden",
    ]);
    expect((await list()).schedules).toEqual([]);
  });
});

describe("what it costs", () => {
  test("is the run's own price, times its days in a month, and a date on which the credits are gone", async () => {
    const { nextAt } = await save();
    await start(new Date(nextAt));
    const [run] = await runs();
    const { creditsARun, creditsAMonth } = await only();
    expect(creditsARun).toBe(run?.price_credits);
    expect(creditsAMonth).toBe(Math.round((creditsARun * 365.25) / 12));
    const { dryAt, available } = await list();
    // The run that was requested has reserved nothing yet.
    expect(dryAt).toBe(later(nextAt, 24 * (Math.floor(available / creditsARun) + 1)).toISOString());
  });

  test("counts schedules of the org's other projects, and none that is paused", async () => {
    await save();
    const alone = (await list()).dryAt;
    const other = await within(async () => {
      const panel = unwrap(
        await savePanel({ projectId: scene.projectId, name: "Other", prompts: [{ text: "Which shelf?" }] }),
      );
      const when = { days: EVERY_DAY, time: "10:00", timeZone: "UTC" };
      const { projectId } = scene;
      const wanted = { projectId, panelId: panel.panelId, engineIds: ["chatgpt"], repeats: 1, ...when };
      return unwrap(await saveSchedule(wanted));
    });
    const both = (await list()).dryAt;
    expect(Date.parse(both ?? "")).toBeLessThan(Date.parse(alone ?? ""));
    const { projectId } = scene;
    await within(async () => unwrap(await pauseSchedule({ projectId, scheduleId: other.scheduleId })));
    expect((await list()).dryAt).toBe(alone);
  });
});
