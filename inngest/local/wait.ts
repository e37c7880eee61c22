import type { Sql } from "./database";
import type { Interest } from "./event-match";

/** A step that waits for an event, or a run that one would cancel. */
export interface Wait {
  readonly runId: string;
  readonly stepId: string;
  readonly cancels: boolean;
  readonly eventName: string;
  readonly interest: Interest;
  /** Not after that moment. A step's own timeout is its step's business. */
  readonly until: Date | null;
}

/** Notes a wait. From the commit on, every event that comes in is held against it. */
export async function addWait(sql: Sql, wait: Wait): Promise<void> {
  const { condition, path, wanted } = wait.interest;
  await sql.query(
    `insert into local_runtime.waits (run_id, step_id, cancels, event_name, path, wanted, condition, until)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [wait.runId, wait.stepId, wait.cancels, wait.eventName, path, wanted, condition, wait.until],
    "local_runtime_wait",
  );
}
