import { beforeEach, expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { newId, type RunId, type UserId, type WorkspaceId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { createScene, outside } from "@/server/runs/testing/run-scene";
import { getActivity } from ".";

const { inspect } = testDatabase();
outside();

type Scene = Awaited<ReturnType<typeof createScene>>;
let scene: Scene;
beforeEach(async () => {
  scene = await createScene({ credits: 1_000, prompts: ["Which desk?"] });
});

const activity = () => asOrg(scene.orgId, async () => unwrap(await getActivity()));

/** A run in that state; `closedAt` in minutes after a fixed hour. */
async function addRun(state: string, closedAt?: number): Promise<RunId> {
  const runId = newId<RunId>();
  await inspect(
    `insert into tracking.run (org_id, id, project_id, panel_version_id, kind, state, grid, repeats, price_version,
       price_credits, sandbox, observed_at, closed_at)
     select $1, $2, $3, v.id, 'ask', $4, '[]', 1, 1, 0, true, now(),
       timestamptz '2026-11-20T10:00Z' + $5::int * interval '1 minute'
     from tracking.panel_version v where v.org_id = $1 limit 1`,
    [scene.orgId, runId, scene.projectId, state, closedAt ?? null],
  );
  return runId;
}

async function addAsks(runId: RunId, states: readonly string[]): Promise<void> {
  await inspect(
    `insert into tracking.ask (org_id, id, run_id, prompt_id, engine_id, surface, locale, repeat, observed_at, credits,
       state, lease_token)
     select $1, gen_random_uuid(), $2, (select id from tracking.prompt where org_id = $1 limit 1), 'chatgpt', 'api', 'en',
       n, now(), 1, state, case when state = 'claimed' then gen_random_uuid() end
     from unnest($3::text[]) with ordinality as s(state, n)`,
    [scene.orgId, runId, states],
  );
}

test("an org in which nothing has happened has nothing to tell", async () => {
  expect(await activity()).toEqual({ underWay: [], notifications: [] });
});

test("a run under way says how many of its asks have ended, and one that waits says so", async () => {
  const [asking, waiting] = [await addRun("asking"), await addRun("waiting_for_credits")];
  await addAsks(asking, ["planned", "claimed", "answered", "failed", "orphaned"]);
  await addRun("complete", 0);
  const { underWay } = await activity();
  const project = { ownBrand: "Halvorn" };
  expect(underWay).toMatchObject([
    { runId: waiting, waiting: true, ended: 0, asks: 0, project },
    { runId: asking, waiting: false, ended: 3, asks: 5, project },
  ]);
});

test("the twenty newest are told, newest first, and nobody else's", async () => {
  const ids: RunId[] = [];
  for (let minute = 0; minute < 23; minute += 1) ids.push(await addRun("complete", minute));
  const mine = scene;
  scene = await createScene({ credits: 1, prompts: ["Which lamp?"] });
  const others = await addRun("failed", 60);
  expect((await activity()).notifications).toMatchObject([{ runId: others, title: "Run failed" }]);
  scene = mine;
  const { notifications } = await activity();
  expect(notifications.map(({ runId }) => runId)).toEqual(ids.slice(3).toReversed());
  expect(notifications[0]).toMatchObject({ kind: "run", tone: "good", at: "2026-11-20T10:22:00.000Z" });
});

test("days without their run and answers that were read again stand among the runs, by time", async () => {
  await addRun("partial", 0);
  const scheduleId = newId<string>();
  await inspect(
    `insert into tracking.schedule (org_id, id, project_id, panel_id, engine_ids, repeats, days, time_zone, state)
     values ($1, $2, $3, $4, '{chatgpt}', 1, '{1}', 'UTC', 'active')`,
    [scene.orgId, scheduleId, scene.projectId, scene.panelId],
  );
  await inspect(
    `insert into tracking.schedule_day (org_id, schedule_id, day, planned_at, panel_version_id, engine_ids, repeats, state, why)
     select $1, $2, day::date, day::timestamptz + interval '11 hours', v.id, '{chatgpt}', 1, state, why
     from tracking.panel_version v,
       (values ('2026-11-20', 'not_started', 'An earlier run waits for credits.'), ('2026-11-21', 'started', null))
         as days(day, state, why)
     where v.org_id = $1`,
    [scene.orgId, scheduleId],
  );
  await inspect(
    `insert into tracking.recompute (org_id, id, project_id, state, total, done, extractor_version, brand_set_version,
       requested_by, ended_at)
     values ($1, gen_random_uuid(), $2, 'done', 7, 7, '1', '1', 'user:x', '2026-11-20T12:00Z')`,
    [scene.orgId, scene.projectId],
  );
  const { notifications } = await activity();
  expect(notifications.map(({ kind, detail }) => [kind, detail.split(" (")[0]])).toEqual([
    ["recompute", "7 answers, free"],
    ["schedule", "An earlier run waits for credits."],
    ["run", "Some asks failed, and cost nothing"],
  ]);
});

test("a client viewer is refused; a viewer is not", async () => {
  const userId = newId<UserId>();
  const workspaceId = newId<WorkspaceId>();
  const client = { kind: "user", userId, role: "client_viewer", workspaceId } as const;
  expect(await asOrg(scene.orgId, getActivity, client)).toMatchObject({ ok: false });
  expect(await asOrg(scene.orgId, getActivity, { kind: "user", userId, role: "viewer" })).toMatchObject({
    ok: true,
  });
});
