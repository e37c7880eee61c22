import type { Database } from "./database";
import type { RunQueue } from "./queue";

/** A run that failed for good. It is kept, with its memoised steps, until it is retried or ages out (90 days). */
export interface DeadLetter {
  readonly runId: string;
  readonly functionId: string;
  readonly event: unknown;
  readonly error: { readonly name: string; readonly message: string };
  readonly failedAt: Date;
}

/** The runs that failed for good, latest first, at most `limit`. */
export async function listDeadLetters(database: Database, limit = 1_000): Promise<DeadLetter[]> {
  const rows = await database.query<{
    id: string;
    function_id: string;
    event: string;
    error: string;
    at: Date;
  }>(
    `select id, function_id, event, error, ended_at as at from local_runtime.runs
     where status = 'failed' and ended_at is not null order by ended_at desc, seq desc limit $1`,
    [limit],
  );
  return rows.map((row) => ({
    runId: row.id,
    functionId: row.function_id,
    event: JSON.parse(row.event),
    error: JSON.parse(row.error),
    failedAt: row.at,
  }));
}

/**
 * Runs a dead letter again, with fresh attempts: steps that succeeded stay memoised, those that failed run anew.
 * False when there is no such dead letter.
 */
export async function retryDeadLetter(database: Database, queue: RunQueue, runId: string): Promise<boolean> {
  return database.transaction(async (sql) => {
    const [run] = await sql.query<{ priority: number }>(
      `update local_runtime.runs set status = 'queued', attempts = '{}', error = null, ended_at = null,
         losses = 0, holds_slot = false
       where id = $1 and status = 'failed' returning priority`,
      [runId],
    );
    if (!run) return false;
    await sql.query("delete from local_runtime.steps where run_id = $1 and state <> 'data'", [runId]);
    // Not admitted yet: under a concurrency limit its claim sends it to the line for a slot.
    await queue.put(sql, [{ id: runId, priority: run.priority }]);
    return true;
  });
}
