import type { Database } from "./database";
import { MAIN_QUEUE } from "./function-plan";
import type { RunQueue } from "./queue";

/**
 * Puts runs that stand in a queue which this worker doesn't know into the main one: after a deploy without a queue nobody
 * would take them. Where another worker still has that queue, they are only carried on by somebody else.
 */
export async function adoptStrayRuns(
  database: Database,
  queue: RunQueue,
  names: readonly string[],
): Promise<void> {
  await database.transaction(async (sql) => {
    const rows = await sql.query<StrayRow>(
      `with strays as (
         select id, queue, status, due_at from local_runtime.runs
         where ended_at is null and status <> 'active' and queue <> all($1) for update
       )
       update local_runtime.runs r set queue = '${MAIN_QUEUE}' from strays s where r.id = s.id
       returning r.id, s.queue as was, r.priority, r.status, r.due_at as at`,
      [names],
    );
    await sql.query(`update local_runtime.lanes set queue = '${MAIN_QUEUE}' where queue <> all($1)`, [names]);
    await queue.remove(
      sql,
      rows.map(({ id, was }) => ({ id, queue: was })),
    );
    const due = rows.filter(({ status, at }) => status === "queued" || (status === "sleeping" && at));
    await queue.put(
      sql,
      due.map(({ id, priority, at }) => ({ id, queue: MAIN_QUEUE, priority, ...(at && { at }) })),
    );
  });
}

interface StrayRow {
  readonly id: string;
  readonly was: string;
  readonly priority: number;
  readonly status: string;
  readonly at: Date | null;
}
