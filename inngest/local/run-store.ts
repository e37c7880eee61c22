import { v7 } from "uuid";
import { admitWaiting, declareLanes } from "./admission";
import { canonicalJson } from "./canonical-json";
import type { Sql } from "./database";
import type { RunSeed } from "./event-router";
import type { RunQueue } from "./queue";
import { firstSightings } from "./seen";

/*
 * The states of a run:
 *   waiting    for a slot of its concurrency keys; not in the queue
 *   queued     in the queue, due now or after the delay of a retry
 *   active     held by a worker
 *   sleeping   until a time (then in the queue), an event or another run
 *   completed, failed, cancelled
 */

/** The step, in another run, that waits for this one's result. */
export interface Parent {
  readonly runId: string;
  readonly stepId: string;
}

/** Inserts the runs of `seeds`, each queued or, under a concurrency limit, in line for a slot. Gives how many are new. */
export async function createRuns(
  sql: Sql,
  queue: RunQueue,
  seeds: readonly RunSeed[],
  parent: Parent | null = null,
): Promise<number> {
  const fresh = await firstSightings(sql, seeds, (seed) => seed.onceKey);
  if (fresh.length === 0) return 0;
  const runs = fresh.map((seed) => ({ id: v7(), seed }));
  const lanes = runs.flatMap(({ seed }) => seed.lane ?? []);
  await declareLanes(sql, lanes);
  await sql.query(
    `insert into local_runtime.runs
       (id, function_id, event, priority, lane, due_at, parent_run, parent_step, status)
     select id, function_id, event, priority, lane, due_at, $7, $8,
       case when due_at is not null then 'sleeping' when lane is null then 'queued' else 'waiting' end
     from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::timestamptz[])
       with ordinality as r (id, function_id, event, priority, lane, due_at, place) order by place`,
    [
      runs.map(({ id }) => id),
      runs.map(({ seed }) => seed.functionId),
      runs.map(({ seed }) => canonicalJson(seed.event)),
      runs.map(({ seed }) => seed.priority),
      runs.map(({ seed }) => seed.lane?.id ?? null),
      runs.map(({ seed }) => seed.startAt),
      parent?.runId ?? null,
      parent?.stepId ?? null,
    ],
    "local_runtime_create",
  );
  await insertCancellations(sql, runs);
  const free = runs.filter(({ seed }) => seed.lane === null || seed.startAt);
  await queue.put(
    sql,
    free.map(({ id, seed }) => ({ id, priority: seed.priority, ...(seed.startAt && { at: seed.startAt }) })),
  );
  await admitWaiting(sql, queue, [...new Set(lanes.map((lane) => lane.id))]);
  return runs.length;
}

async function insertCancellations(sql: Sql, runs: readonly { id: string; seed: RunSeed }[]): Promise<void> {
  for (const { id, seed } of runs) {
    for (const [index, { event, match, wanted }] of seed.cancelOn.entries()) {
      if (match && wanted === null) continue;
      await sql.query(
        "insert into local_runtime.waits (run_id, step_id, cancels, event_name, path, wanted) values ($1, $2, true, $3, $4, $5)",
        [id, `cancel:${index}`, event, match?.path ?? null, wanted],
        "local_runtime_cancellation",
      );
    }
  }
}

/** A run as its worker holds it, with its steps as of the claim. */
export interface ClaimedRun {
  readonly id: string;
  readonly functionId: string;
  readonly claim: number;
  readonly event: string;
  readonly attempts: Readonly<Record<string, number>>;
  readonly lane: string | null;
  readonly hasParent: boolean;
  readonly priority: number;
  readonly steps: readonly StoredStep[];
}

export interface StoredStep {
  readonly stepId: string;
  readonly state: "data" | "error" | "planned" | "sleeping" | "waiting" | "invoking";
  readonly body: string | null;
  readonly dueAt: Date | null;
}

interface RunRow {
  id: string;
  function_id: string;
  claim: number;
  event: string;
  attempts: string;
  lane: string | null;
  parent_run: string | null;
  priority: number;
}

/**
 * Claims up to `count` runs for `workerId`. `taken` says how many entries left the queue: fewer than `count` means that
 * nothing more is due. An entry whose run must first stand in line for a slot gives no run.
 */
export async function claimRuns(
  sql: Sql,
  queue: RunQueue,
  workerId: string,
  count: number,
): Promise<{ taken: number; runs: ClaimedRun[] }> {
  const ids = await queue.take(sql, count);
  if (ids.length === 0) return { taken: 0, runs: [] };
  const rows = await sql.query<RunRow>(
    `update local_runtime.runs set status = 'active', worker_id = $2, claim = claim + 1, due_at = null
     where id = any($1) and status in ('queued', 'sleeping') and (lane is null or holds_slot)
     returning id, function_id, claim, event, attempts, lane, parent_run, priority`,
    [ids, workerId],
    "local_runtime_claim",
  );
  if (rows.length < ids.length) await sendBackToLine(sql, queue, ids, rows);
  const again = rows.filter((row) => row.claim > 1).map((row) => row.id);
  if (again.length > 0) await endTimers(sql, again);
  const steps = await loadSteps(sql, again);
  const place = new Map(ids.map((id, index) => [id, index]));
  return {
    taken: ids.length,
    runs: rows
      .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
      .map((row) => ({
        id: row.id,
        functionId: row.function_id,
        claim: row.claim,
        event: row.event,
        attempts: JSON.parse(row.attempts),
        lane: row.lane,
        hasParent: row.parent_run !== null,
        priority: row.priority,
        steps: steps.get(row.id) ?? [],
      })),
  };
}

/** Due entries without a claim: runs that gave up their slot to sleep stand in line again; any other entry is stale. */
async function sendBackToLine(
  sql: Sql,
  queue: RunQueue,
  ids: readonly string[],
  claimed: readonly RunRow[],
): Promise<void> {
  const held = new Set(claimed.map((row) => row.id));
  const others = ids.filter((id) => !held.has(id));
  await queue.remove(sql, others);
  const rows = await sql.query<{ lane: string }>(
    `update local_runtime.runs set status = 'waiting', due_at = null
     where id = any($1) and status in ('queued', 'sleeping') and lane is not null and not holds_slot returning lane`,
    [others],
  );
  await admitWaiting(sql, queue, [...new Set(rows.map((row) => row.lane))]);
}

const TIMED_OUT = canonicalJson({
  name: "InngestInvokeTimeout",
  message: "the invoked function took too long",
});

/** Ends the sleeps, waits and invocations of `ids` whose time has come. */
async function endTimers(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.query(
    `with ended as (
       update local_runtime.steps set seq = nextval('local_runtime.step_order'),
         body = case state when 'invoking' then $2 else 'null' end,
         state = case state when 'invoking' then 'error' else 'data' end
       where run_id = any($1) and state in ('sleeping', 'waiting', 'invoking') and due_at <= now()
       returning run_id, step_id)
     delete from local_runtime.waits w using ended e where w.run_id = e.run_id and w.step_id = e.step_id`,
    [ids, TIMED_OUT],
    "local_runtime_timers",
  );
}

/** The steps of each run of `ids`, memoised ones in the order in which they ended. */
export async function loadSteps(sql: Sql, ids: readonly string[]): Promise<Map<string, StoredStep[]>> {
  const steps = new Map<string, StoredStep[]>();
  if (ids.length === 0) return steps;
  const rows = await sql.query<StoredStep & { runId: string }>(
    `select run_id as "runId", step_id as "stepId", state, body, due_at as "dueAt"
     from local_runtime.steps where run_id = any($1) order by seq`,
    [ids],
    "local_runtime_steps",
  );
  for (const { runId, ...step } of rows) steps.set(runId, [...(steps.get(runId) ?? []), step]);
  return steps;
}
