import { releaseSlots } from "./admission";
import { canonicalJson } from "./canonical-json";
import type { Sql } from "./database";
import type { RunQueue } from "./queue";

/** The answer to a step that waits: an event that came, or the end of an invoked run. */
export interface WaitAnswer {
  readonly runId: string;
  readonly stepId: string;
  readonly state: "data" | "error";
  readonly body: string;
}

/** Memoises `answers` and puts their runs, where they sleep, back into the queue. A second answer changes nothing. */
export async function wakeRuns(sql: Sql, queue: RunQueue, answers: readonly WaitAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  // Locked first: a worker that is about to let its run sleep then sees the answer, or we see the run asleep.
  const ids = [...new Set(answers.map((answer) => answer.runId))];
  const runs = await sql.query<{ id: string; status: string; priority: number }>(
    "select id, status, priority from local_runtime.runs where id = any($1) order by id for update",
    [ids],
  );
  await sql.query(
    `update local_runtime.steps s set state = a.state, body = a.body, seq = nextval('local_runtime.step_order')
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as a (run_id, step_id, state, body)
     where s.run_id = a.run_id and s.step_id = a.step_id and s.state in ('waiting', 'invoking')`,
    [
      answers.map((answer) => answer.runId),
      answers.map((answer) => answer.stepId),
      answers.map((answer) => answer.state),
      answers.map((answer) => answer.body),
    ],
  );
  const asleep = runs.filter((run) => run.status === "sleeping");
  await sql.query("update local_runtime.runs set status = 'queued', due_at = null where id = any($1)", [
    asleep.map((run) => run.id),
  ]);
  await queue.remove(
    sql,
    asleep.map((run) => run.id),
  );
  await queue.put(sql, asleep);
}

/**
 * Cancels runs. One that a worker holds ends when its call in flight returns (its slot is held until then); any other
 * ends here and now.
 */
export async function cancelRuns(sql: Sql, queue: RunQueue, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await sql.query<{ id: string; status: string; lane: string | null; held: boolean }>(
    `with before as (
       select id, holds_slot from local_runtime.runs where id = any($1) and ended_at is null order by id for update)
     update local_runtime.runs r set cancel_requested = true,
       status = case when r.status = 'active' then 'active' else 'cancelled' end,
       ended_at = case when r.status = 'active' then null else now() end,
       holds_slot = r.holds_slot and r.status = 'active'
     from before b where r.id = b.id
     returning r.id, r.status, r.lane, b.holds_slot as held`,
    [ids],
  );
  const ended = rows.filter((row) => row.status === "cancelled");
  await queue.remove(
    sql,
    ended.map((row) => row.id),
  );
  await forgetWaits(
    sql,
    ended.map((row) => row.id),
  );
  await answerParents(
    sql,
    queue,
    ended.map((row) => row.id),
  );
  await releaseSlots(
    sql,
    queue,
    ended.flatMap((row) => (row.held && row.lane ? [row.lane] : [])),
  );
}

/** Nobody waits for events on behalf of `ids` any more. */
export async function forgetWaits(sql: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) {
    await sql.query("delete from local_runtime.waits where run_id = any($1)", [ids], "local_runtime_forget");
  }
}

const CANCELLED = canonicalJson({ name: "InngestRunCancelled", message: "the invoked run was cancelled" });

/** Gives the end of the runs `ids` to the steps that invoked them. */
export async function answerParents(sql: Sql, queue: RunQueue, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await sql.query<{ run: string; step: string; output: string | null; error: string | null }>(
    `select parent_run as run, parent_step as step, output, error
     from local_runtime.runs where id = any($1) and parent_run is not null`,
    [ids],
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
}
