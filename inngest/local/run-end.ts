import { releaseSlots } from "./admission";
import { canonicalJson } from "./canonical-json";
import type { Sql } from "./database";
import type { EndedRun } from "./end-events";
import type { RunQueue } from "./queue";
import type { Claim } from "./run-progress";
import { wakeRuns } from "./run-wake";

/** How a run ended. `json` is its output or its error, canonical. */
export interface RunEnd extends Claim {
  readonly status: EndedRun["status"];
  readonly json: string;
}

/** Ends runs that a worker holds. Those whose claim has passed on are left out of what it gives. */
export async function endRuns(sql: Sql, queue: RunQueue, ends: readonly RunEnd[]): Promise<EndedRun[]> {
  const rows = await sql.query<EndedRun>(
    `update local_runtime.runs r set
       status = g.status,
       output = case when g.status = 'completed' then g.json end,
       error = case when g.status = 'completed' then null else g.json end,
       ended_at = now(), worker_id = null, holds_slot = false
     from unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) as g (id, claim, status, json)
     where r.id = g.id and r.claim = g.claim and r.status = 'active'
     returning r.id, r.function_id, r.event, r.status, r.output, r.error, r.lane, r.queue`,
    [
      ends.map((end) => end.runId),
      ends.map((end) => end.claim),
      ends.map((end) => end.status),
      ends.map((end) => end.json),
    ],
    "local_runtime_end",
  );
  await clearAway(sql, queue, rows);
  return rows;
}

/** The error of a cancelled run, in Inngest's words. */
export const CANCELLED = canonicalJson({ name: "Error", message: "function cancelled" });

/**
 * Cancels runs, and gives those that ended. One that a worker holds ends when its call in flight returns: it keeps its
 * slot until then, and its worker ends it.
 */
export async function cancelRuns(sql: Sql, queue: RunQueue, ids: readonly string[]): Promise<EndedRun[]> {
  if (ids.length === 0) return [];
  await sql.query(
    `update local_runtime.runs set cancel_requested = true
     where id in (select id from local_runtime.runs where id = any($1) and ended_at is null order by id for update)`,
    [ids],
  );
  const rows = await sql.query<EndedRun>(
    `update local_runtime.runs r set status = 'cancelled', error = $2, ended_at = now(), holds_slot = false
     from (select id, case when holds_slot then lane end as held from local_runtime.runs where id = any($1)) b
     where r.id = b.id and r.status in ('waiting', 'queued', 'sleeping')
     returning r.id, r.function_id, r.event, r.status, r.output, r.error, b.held as lane, r.queue`,
    [ids, CANCELLED],
  );
  await clearAway(sql, queue, rows);
  return rows;
}

/** What follows from the end of runs whose own rows are written: queue, waits, invoking steps, slots. */
export async function clearAway(sql: Sql, queue: RunQueue, ended: readonly EndedRun[]): Promise<void> {
  if (ended.length === 0) return;
  const ids = ended.map((run) => run.id);
  await queue.remove(sql, ended);
  const rows = await sql.query<{ run: string; step: string; output: string | null; error: string | null }>(
    `with forgotten as (delete from local_runtime.waits where run_id = any($1))
     select parent_run as run, parent_step as step, output, error
     from local_runtime.runs where id = any($1) and parent_run is not null`,
    [ids],
    "local_runtime_clear",
  );
  await wakeRuns(
    sql,
    queue,
    rows.map(({ run, step, output, error }) => ({
      runId: run,
      stepId: step,
      state: output === null ? "error" : "data",
      body: output ?? error ?? CANCELLED,
    })),
  );
  await releaseSlots(
    sql,
    queue,
    ended.flatMap((run) => (run.lane === null ? [] : [{ id: run.lane, queue: run.queue }])),
  );
}
