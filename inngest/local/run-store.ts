import { v7 } from "uuid";
import { admitWaiting, declareLanes } from "./admission";
import { canonicalJson } from "./canonical-json";
import type { Sql } from "./database";
import type { RunSeed } from "./event-router";
import type { RunQueue } from "./queue";
import { firstSightings } from "./seen";
import { addWait } from "./wait";

/*
 * The states of a run:
 *   waiting    for a slot of its concurrency keys, or its throttle; not in the queue
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
       (id, function_id, event, priority, lane, due_at, parent_run, parent_step, status, queue, deadline, finish_ms)
     select id, function_id, event, priority, lane, due_at, $7, $8,
       case when due_at is not null then 'sleeping' when lane is null then 'queued' else 'waiting' end,
       queue, coalesce(due_at, now()) + start_ms * interval '1 ms', finish_ms
     from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::timestamptz[], $9::text[],
       $10::float8[], $11::float8[])
       with ordinality as r (id, function_id, event, priority, lane, due_at, queue, start_ms, finish_ms, place)
     order by place`,
    [
      runs.map(({ id }) => id),
      runs.map(({ seed }) => seed.functionId),
      runs.map(({ seed }) => canonicalJson(seed.event)),
      runs.map(({ seed }) => seed.priority),
      runs.map(({ seed }) => seed.lane?.id ?? null),
      runs.map(({ seed }) => seed.startAt),
      parent?.runId ?? null,
      parent?.stepId ?? null,
      runs.map(({ seed }) => seed.queue),
      runs.map(({ seed }) => seed.timeouts.startMs),
      runs.map(({ seed }) => seed.timeouts.finishMs),
    ],
    "local_runtime_create",
  );
  await insertCancellations(sql, runs);
  const free = runs.filter(({ seed }) => seed.lane === null || seed.startAt);
  await queue.put(
    sql,
    free.map(({ id, seed: { queue: name, priority, startAt } }) => ({
      id,
      queue: name,
      priority,
      ...(startAt && { at: startAt }),
    })),
  );
  await admitWaiting(sql, queue, lanes);
  return runs.length;
}

async function insertCancellations(sql: Sql, runs: readonly { id: string; seed: RunSeed }[]): Promise<void> {
  for (const { id, seed } of runs) {
    for (const [index, { event, interest, until }] of seed.cancelOn.entries()) {
      const stepId = `cancel:${index}`;
      await addWait(sql, { runId: id, stepId, cancels: true, eventName: event, interest, until });
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
  readonly queue: string;
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
  queue: string;
  priority: number;
}

/**
 * Claims up to `count` runs of the queue `name` for `workerId`. `taken` says how many entries left the queue: fewer than `count` means that
 * nothing more is due. An entry whose run must first stand in line for a slot gives no run.
 */
export async function claimRuns(
  sql: Sql,
  queue: RunQueue,
  name: string,
  workerId: string,
  count: number,
): Promise<{ taken: number; runs: ClaimedRun[] }> {
  const ids = await queue.take(sql, name, count);
  if (ids.length === 0) return { taken: 0, runs: [] };
  const rows = await sql.query<RunRow>(
    `update local_runtime.runs set status = 'active', worker_id = $2, claim = claim + 1, due_at = null,
       deadline = case when started_at is null then now() + finish_ms * interval '1 ms' else deadline end,
       started_at = coalesce(started_at, now())
     where id = any($1) and status in ('queued', 'sleeping') and (lane is null or holds_slot)
       and (started_at is not null or deadline is null or deadline > now())
     returning id, function_id, claim, event, attempts, lane, queue, priority`,
    [ids, workerId],
    "local_runtime_claim",
  );
  if (rows.length < ids.length) await sendBackToLine(sql, queue, name, ids, rows);
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
        queue: row.queue,
        priority: row.priority,
        steps: steps.get(row.id) ?? [],
      })),
  };
}

/**
 * Due entries without a claim: runs that gave up their slot to sleep stand in line again; any other entry is stale, or of
 * a run that waited beyond its deadline (deadlines.ts).
 */
async function sendBackToLine(
  sql: Sql,
  queue: RunQueue,
  name: string,
  ids: readonly string[],
  claimed: readonly RunRow[],
): Promise<void> {
  const held = new Set(claimed.map((row) => row.id));
  const others = ids.filter((id) => !held.has(id));
  await queue.remove(
    sql,
    others.map((id) => ({ id, queue: name })),
  );
  const rows = await sql.query<{ lane: string }>(
    `update local_runtime.runs set status = 'waiting', due_at = null
     where id = any($1) and status in ('queued', 'sleeping') and lane is not null and not holds_slot returning lane`,
    [others],
  );
  await admitWaiting(
    sql,
    queue,
    rows.map((row) => ({ id: row.lane, queue: name })),
  );
}

const TIMED_OUT = canonicalJson({
  name: "InngestInvokeTimeoutError",
  message: "Timed out waiting for invoked function to complete",
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
