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
  const runs = await sql.query<{ id: string; status: string; queue: string; priority: number }>(
    "select id, status, queue, priority from local_runtime.runs where id = any($1) order by id for update",
    [[...new Set(answers.map((answer) => answer.runId))]],
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
  await queue.remove(sql, asleep);
  await queue.put(sql, asleep);
}
