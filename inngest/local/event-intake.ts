import { canonicalJson } from "./canonical-json";
import type { Sql } from "./database";
import { type EndedRun, endEvents } from "./end-events";
import type { JsonEvent } from "./event";
import { plainJson } from "./event-match";
import { routeEvents } from "./event-router";
import { parseExpression } from "./expression";
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
  readonly run_id: string;
  readonly step_id: string;
  readonly cancels: boolean;
  readonly condition: string | null;
  readonly own_event: string;
  readonly place: number;
}

/** Gives the runs that ended by it. A wait takes the first event that matches; a cancellation wins over an answer. */
async function answerWaits(sql: Sql, queue: RunQueue, events: readonly JsonEvent[]): Promise<EndedRun[]> {
  const bodies = events.map((event) => canonicalJson(event));
  const candidates = await sql.query<WaitRow>(
    `select w.run_id, w.step_id, w.cancels, w.condition, r.event as own_event, e.place::int
     from local_runtime.waits w
     join unnest($1::text[], $2::text[]) with ordinality as e (name, plain, place)
       on w.event_name = e.name and (w.path is null or (e.plain::jsonb #>> w.path) = w.wanted)
     join local_runtime.runs r on r.id = w.run_id
     where w.until is null or w.until > now()
     order by e.place`,
    [events.map((event) => event.name), events.map((event, index) => plainJson(event, bodies[index] ?? ""))],
    "local_runtime_waits",
  );
  const matching = candidates.filter((row) => isFor(row, events[row.place - 1]));
  if (matching.length === 0) return [];
  const first = new Map(matching.toReversed().map((row) => [keyOf(row), row]));
  // Who deletes a wait answers it: a second event that comes at the same time finds nothing.
  const taken = await sql.query<{ run_id: string; step_id: string }>(
    `delete from local_runtime.waits w using unnest($1::uuid[], $2::text[]) as g (run_id, step_id)
     where w.run_id = g.run_id and w.step_id = g.step_id returning w.run_id, w.step_id`,
    [[...first.values()].map((row) => row.run_id), [...first.values()].map((row) => row.step_id)],
    "local_runtime_take_waits",
  );
  const rows = taken.flatMap((row) => first.get(keyOf(row)) ?? []);
  const cancelled = new Set(rows.filter((row) => row.cancels).map((row) => row.run_id));
  const answered = rows.filter((row) => !row.cancels && !cancelled.has(row.run_id));
  await wakeRuns(
    sql,
    queue,
    answered.map((row) => ({
      runId: row.run_id,
      stepId: row.step_id,
      state: "data",
      body: bodies[row.place - 1] ?? "null",
    })),
  );
  return cancelRuns(sql, queue, [...cancelled]);
}

function isFor({ condition, own_event }: WaitRow, event: JsonEvent | undefined): boolean {
  return (
    condition === null || parseExpression(condition)({ event: JSON.parse(own_event), async: event }) === true
  );
}

function keyOf({ run_id, step_id }: { readonly run_id: string; readonly step_id: string }): string {
  return `${run_id} ${step_id}`;
}
