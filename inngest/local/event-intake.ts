import { canonicalJson } from "./canonical-json";
import type { Sql } from "./database";
import type { JsonEvent } from "./event";
import { routeEvents } from "./event-router";
import type { FunctionPlan } from "./function-plan";
import type { RunQueue } from "./queue";
import { createRuns } from "./run-store";
import { cancelRuns, wakeRuns } from "./run-wake";
import { firstSightings } from "./seen";

/** Channel on which workers tell each other that there may be something in the queue. */
export const WAKE_CHANNEL = "local_runtime_wake";

/**
 * Takes events in, in the caller's transaction: starts the runs that they trigger, answers the steps that wait for
 * them, cancels the runs that they cancel. An event whose id was seen in the last 24 hours changes nothing.
 */
export async function takeInEvents(
  sql: Sql,
  queue: RunQueue,
  plans: readonly FunctionPlan[],
  events: readonly JsonEvent[],
): Promise<void> {
  const fresh = await firstSightings(sql, events, (event) => `event:${event.id}`);
  if (fresh.length === 0) return;
  await answerWaits(sql, queue, fresh);
  await createRuns(sql, queue, routeEvents(plans, fresh));
  await sql.query(`select pg_notify('${WAKE_CHANNEL}', '')`, [], "local_runtime_notify");
}

interface WaitRow {
  run_id: string;
  step_id: string;
  cancels: boolean;
  body: string;
}

async function answerWaits(sql: Sql, queue: RunQueue, events: readonly JsonEvent[]): Promise<void> {
  // Postgres's jsonb can't hold a NUL character, which JSON can: for the comparison alone it is left out.
  const bodies = events.map((event) => canonicalJson(event));
  const rows = await sql.query<WaitRow>(
    `delete from local_runtime.waits w
     using unnest($1::text[], $2::text[], $3::text[]) as e (name, body, plain)
     where w.event_name = e.name and (w.path is null or (e.plain::jsonb #>> w.path) = w.wanted)
     returning w.run_id, w.step_id, w.cancels, e.body`,
    [events.map((event) => event.name), bodies, bodies.map((body) => body.replaceAll("\\u0000", ""))],
    "local_runtime_waits",
  );
  if (rows.length === 0) return;
  const cancelled = new Set(rows.filter((row) => row.cancels).map((row) => row.run_id));
  await cancelRuns(sql, queue, [...cancelled]);
  const answered = rows.filter((row) => !row.cancels && !cancelled.has(row.run_id));
  await wakeRuns(
    sql,
    queue,
    answered.map((row) => ({ runId: row.run_id, stepId: row.step_id, state: "data", body: row.body })),
  );
}
