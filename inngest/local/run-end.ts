import { releaseSlots } from "./admission";
import type { Sql } from "./database";
import { ownEvent } from "./event";
import { takeInEvents } from "./event-intake";
import type { FunctionPlan } from "./function-plan";
import type { RunQueue } from "./queue";
import type { Claim } from "./run-progress";
import { answerParents, forgetWaits } from "./run-wake";

/** How a run ended. `json` is its output or its error, canonical. A run that was to be cancelled ends as cancelled. */
export interface RunEnd extends Claim {
  readonly status: "completed" | "failed" | "cancelled";
  readonly json: string;
}

export interface EndedRow {
  id: string;
  function_id: string;
  event: string;
  status: RunEnd["status"];
  output: string | null;
  error: string | null;
  lane: string | null;
  parent_run: string | null;
}

/** Ends runs: states, slots, invoking steps, and the events that tell of it, in one transaction. */
export async function endRuns(
  sql: Sql,
  queue: RunQueue,
  plans: readonly FunctionPlan[],
  ends: readonly RunEnd[],
): Promise<void> {
  const rows = await sql.query<EndedRow>(
    `update local_runtime.runs r set
       status = g.status,
       output = case when g.status = 'completed' then g.json end,
       error = case when g.status = 'completed' then null else g.json end,
       ended_at = now(), worker_id = null, holds_slot = false
     from unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) as g (id, claim, status, json)
     where r.id = g.id and r.claim = g.claim and r.status = 'active'
     returning r.id, r.function_id, r.event, r.status, r.output, r.error, r.lane, r.parent_run`,
    [
      ends.map((end) => end.runId),
      ends.map((end) => end.claim),
      ends.map((end) => end.status),
      ends.map((end) => end.json),
    ],
    "local_runtime_end",
  );
  await settleEnds(sql, queue, plans, rows);
}

/** What follows from the end of `rows`, whose own rows are written. */
export async function settleEnds(
  sql: Sql,
  queue: RunQueue,
  plans: readonly FunctionPlan[],
  rows: readonly EndedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await queue.remove(sql, ids);
  await forgetWaits(sql, ids);
  await answerParents(
    sql,
    queue,
    rows.flatMap((row) => (row.parent_run === null ? [] : [row.id])),
  );
  const wanted = new Set(plans.flatMap((plan) => plan.events.map(({ name }) => name)));
  const told = rows.flatMap((row) => endEvents(row)).filter((event) => wanted.has(event.name));
  if (told.length > 0) await takeInEvents(sql, queue, plans, told);
  await releaseSlots(
    sql,
    queue,
    rows.flatMap((row) => row.lane ?? []),
  );
}

function endEvents(row: EndedRow) {
  const about = { function_id: row.function_id, run_id: row.id, event: JSON.parse(row.event) };
  const error = row.error === null ? undefined : JSON.parse(row.error);
  const now = new Date();
  if (row.status === "cancelled") {
    return [ownEvent("inngest/function.cancelled", { ...about, error }, now)];
  }
  const result = row.output === null ? undefined : JSON.parse(row.output);
  const finished = ownEvent(
    "inngest/function.finished",
    { ...about, ...(error ? { error } : { result }) },
    now,
  );
  if (row.status === "completed") return [finished];
  return [ownEvent("inngest/function.failed", { ...about, error }, now), finished];
}
