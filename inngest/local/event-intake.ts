import { canonicalJson } from "./canonical-json";
import type { Sql } from "./database";
import { type EndedRun, endEvents } from "./end-events";
import type { JsonEvent } from "./event";
import { routeEvents } from "./event-router";
import type { FunctionPlan } from "./function-plan";
import type { RunQueue } from "./queue";
import { cancelRuns } from "./run-end";
import { createRuns } from "./run-store";
import { wakeRuns } from "./run-wake";
import { firstSightings } from "./seen";

/**
 * Takes events in, in the caller's transaction: answers the steps that wait for them, cancels the runs that they cancel,
 * starts those that they trigger. An event whose id was seen in the last 24 hours changes nothing.
 */
export async function takeInEvents(
  sql: Sql,
  queue: RunQueue,
  plans: readonly FunctionPlan[],
  events: readonly JsonEvent[],
): Promise<void> {
  const fresh = await firstSightings(sql, events, (event) => `event:${event.id}`);
  if (fresh.length === 0) return;
  const cancelled = await answerWaits(sql, queue, fresh);
  await createRuns(sql, queue, routeEvents(plans, fresh, new Date()));
  await tellEnds(sql, queue, plans, cancelled);
}

/** Takes in the events that tell of ended runs, as far as a function listens to them. */
export async function tellEnds(
  sql: Sql,
  queue: RunQueue,
  plans: readonly FunctionPlan[],
  ended: readonly EndedRun[],
): Promise<void> {
  const wanted = new Set(plans.flatMap((plan) => plan.events.map(({ name }) => name)));
  const now = new Date();
  const told = ended.flatMap((run) => endEvents(run, now)).filter((event) => wanted.has(event.name));
  if (told.length > 0) await takeInEvents(sql, queue, plans, told);
}

interface WaitRow {
  run_id: string;
  step_id: string;
  cancels: boolean;
  body: string;
}

/** Gives the runs that ended by it. A wait takes the first event that matches; a cancellation wins over an answer. */
async function answerWaits(sql: Sql, queue: RunQueue, events: readonly JsonEvent[]): Promise<EndedRun[]> {
  // Postgres's jsonb can't hold a NUL character, which JSON can: for the comparison alone it is left out.
  const bodies = events.map((event) => canonicalJson(event));
  const rows = await sql.query<WaitRow>(
    `with matches as (
       select distinct on (w.run_id, w.step_id) w.run_id, w.step_id, w.cancels, e.body
       from local_runtime.waits w
       join unnest($1::text[], $2::text[], $3::text[]) with ordinality as e (name, body, plain, place)
         on w.event_name = e.name and (w.path is null or (e.plain::jsonb #>> w.path) = w.wanted)
       order by w.run_id, w.step_id, e.place
     ), answered as (
       delete from local_runtime.waits w using matches m
       where w.run_id = m.run_id and w.step_id = m.step_id returning w.run_id, w.step_id
     )
     select m.* from matches m join answered using (run_id, step_id)`,
    [events.map((event) => event.name), bodies, bodies.map((body) => body.replaceAll("\\u0000", ""))],
    "local_runtime_waits",
  );
  if (rows.length === 0) return [];
  const cancelled = new Set(rows.filter((row) => row.cancels).map((row) => row.run_id));
  const answered = rows.filter((row) => !row.cancels && !cancelled.has(row.run_id));
  await wakeRuns(
    sql,
    queue,
    answered.map((row) => ({ runId: row.run_id, stepId: row.step_id, state: "data", body: row.body })),
  );
  return cancelRuns(sql, queue, [...cancelled]);
}
