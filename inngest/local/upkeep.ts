import { lockAdmission } from "./admission";
import type { Database } from "./database";

/** How long ended runs are kept, with their steps: to look at, and, for failed ones, to retry. */
const KEPT = { completed: "2 days", cancelled: "2 days", failed: "90 days" } as const;
const AT_ONCE = 5_000;

/** Deletes what has aged out, in pieces that lock little. Any worker may call it at any time. */
export async function tidyUp(database: Database): Promise<void> {
  await database.query("delete from local_runtime.seen where seen_at < now() - interval '25 hours'");
  for (const [status, age] of Object.entries(KEPT)) {
    for (let deleted = AT_ONCE; deleted === AT_ONCE; ) {
      const rows = await database.query(
        `with old as (
           select id from local_runtime.runs where ended_at < now() - $2::interval and status = $1
           limit ${AT_ONCE} for update skip locked
         ), steps as (delete from local_runtime.steps where run_id in (select id from old))
         delete from local_runtime.runs where id in (select id from old) returning id`,
        [status, age],
      );
      deleted = rows.length;
    }
  }
  await database.transaction(async (sql) => {
    await lockAdmission(sql, await sql.query("select distinct queue from local_runtime.lanes"));
    // A failed run may be retried: its lane stays with it.
    await sql.query(
      `delete from local_runtime.lanes l where not exists (
         select from local_runtime.runs r where r.lane = l.id and (r.ended_at is null or r.status = 'failed'))`,
    );
    await sql.query("delete from local_runtime.slots where held = 0");
    await sql.query(
      `delete from local_runtime.throttles t where spent_until < extract(epoch from now()) * 1000
         and not exists (select from local_runtime.lanes l where l.throttle_key = t.key)`,
    );
  });
}
