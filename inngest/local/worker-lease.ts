import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Logger } from "@/server/kernel/logger";
import type { Database, Sql } from "./database";
import type { EndedRun } from "./end-events";
import { type RunQueue, WAKE_CHANNEL } from "./queue";
import { errorJson } from "./sdk-protocol";

/*
 * Who is alive. A worker has a row, which it touches every second, and holds an advisory lock on a connection of its
 * own. A process that dies loses the lock at once, as its socket closes; its runs pass on when its row is 2 s old, seen
 * by others (or by its successor) every second: within 3 s of a SIGKILL. A worker that is only slow keeps its lock and
 * with it its runs, up to 30 s: after that (a machine that vanished, a frozen process) its runs pass on in any case.
 * Should it come back, its writes carry an old claim and change nothing.
 */
const BEAT_MS = 1_000;
const PATIENCE_MS = 3_000;
const DEAD_WITHOUT_LOCK = "2 seconds";
const DEAD_IN_ANY_CASE = "30 seconds";
/** Class of the workers' advisory locks; any constant will do. */
const LOCK_CLASS = 7_207;
/** A run that has brought its worker down this often without getting a step further is given up. */
const MOST_LOSSES = 10;

export interface WorkerLease {
  readonly workerId: string;
  /** Requeues whatever this worker still holds and signs off. */
  resign(): Promise<void>;
}

interface LeaseParts {
  readonly database: Database;
  readonly queueDatabaseUrl: string;
  readonly queue: RunQueue;
  readonly logger: Logger;
  /** There may be something in the queue. */
  readonly wake: () => void;
  /** Runs that were given up: their rows are written, the rest is to follow in the same transaction. */
  readonly gaveUp: (sql: Sql, rows: readonly EndedRun[]) => Promise<void>;
}

/** Signs a worker on, takes over what dead workers held, and keeps doing both until it resigns. */
export async function signOn(parts: LeaseParts): Promise<WorkerLease> {
  const { database, logger, wake } = parts;
  const workerId = randomUUID();
  const [row] = await database.query<{ lock_number: number }>(
    "insert into local_runtime.workers (id) values ($1) returning lock_number",
    [workerId],
  );
  if (!row) throw new Error("a worker couldn't sign on");
  let resigned = false;
  let session: pg.Client | null = null;

  async function openSession(lockNumber: number): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: parts.queueDatabaseUrl, keepAlive: true });
    // Of this session alone: an old one that ends late says nothing about the one that has taken its place.
    const lost = () => {
      if (session === client) session = null;
    };
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", wake);
    try {
      await client.connect();
      await client.query("select pg_advisory_lock($1, $2)", [LOCK_CLASS, lockNumber]);
      await client.query(`listen ${WAKE_CHANNEL}`);
    } catch (error) {
      // Left open, it would hold the lock that the next session waits for.
      await client.end().catch(() => undefined);
      throw error;
    }
    return client;
  }

  // After an outage the others need a moment to sign on again: nobody is declared dead meanwhile.
  let patientUntil = 0;

  async function beat(lockNumber: number): Promise<void> {
    if (!session) {
      patientUntil = Date.now() + PATIENCE_MS;
      session = await openSession(lockNumber);
    }
    await database.query(
      `insert into local_runtime.workers (id, lock_number) overriding system value values ($1, $2)
       on conflict (id) do update set beat_at = now()`,
      [workerId, lockNumber],
      "local_runtime_beat",
    );
    if (Date.now() >= patientUntil && (await takeOver(parts))) wake();
  }

  session = await openSession(row.lock_number);
  await beat(row.lock_number);
  let beating: Promise<void> = Promise.resolve();
  let idle = true;
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    beating = beat(row.lock_number)
      .catch((error: unknown) => {
        if (!resigned) logger.warn({ err: error }, "local runtime: a heartbeat failed");
      })
      .finally(() => {
        idle = true;
      });
  }, BEAT_MS);

  return {
    workerId,
    resign: async () => {
      resigned = true;
      clearInterval(timer);
      await beating;
      await database.transaction(async (sql) => {
        await sql.query("delete from local_runtime.workers where id = $1", [workerId]);
        await requeue(sql, parts, [workerId], false);
      });
      await session?.end();
    },
  };
}

async function takeOver(parts: LeaseParts): Promise<boolean> {
  return parts.database.transaction(async (sql) => {
    const dead = await sql.query<{ id: string }>(
      `delete from local_runtime.workers w
       where w.beat_at < now() - interval '${DEAD_WITHOUT_LOCK}' and (
         w.beat_at < now() - interval '${DEAD_IN_ANY_CASE}' or not exists (
           select from pg_locks l
           where l.locktype = 'advisory' and l.granted and l.classid = ${LOCK_CLASS} and l.objid = w.lock_number
             and l.database = (select oid from pg_database where datname = current_database())))
       returning id`,
      [],
      "local_runtime_dead",
    );
    if (dead.length === 0) return false;
    parts.logger.warn({ workers: dead.length }, "local runtime: taking over from workers that died");
    await requeue(
      sql,
      parts,
      dead.map(({ id }) => id),
      true,
    );
    return true;
  });
}

/** Puts the runs that `workerIds` held back into the queue; they keep their slots. */
async function requeue(sql: Sql, parts: LeaseParts, workerIds: string[], died: boolean): Promise<void> {
  const rows = await sql.query<EndedRun & { priority: number }>(
    `with held as (
       select id, (select count(*)::int from local_runtime.steps s where s.run_id = r.id and s.state in ('data', 'error')) as steps
       from local_runtime.runs r where status = 'active' and worker_id = any($1)
     ), counted as (
       select h.id, h.steps, case when not $2 then r.losses when h.steps > r.steps_at_loss then 1 else r.losses + 1 end as losses
       from held h join local_runtime.runs r using (id)
     )
     update local_runtime.runs r set
       status = case when c.losses < ${MOST_LOSSES} then 'queued' else 'failed' end,
       error = case when c.losses < ${MOST_LOSSES} then null else $3 end,
       ended_at = case when c.losses < ${MOST_LOSSES} then null else now() end,
       losses = c.losses, steps_at_loss = c.steps, worker_id = null, claim = r.claim + 1,
       holds_slot = r.holds_slot and c.losses < ${MOST_LOSSES}
     from counted c where r.id = c.id
     returning r.id, r.function_id, r.event, r.status, r.output, r.error, r.lane, r.queue, r.priority`,
    [
      workerIds,
      died,
      errorJson({ name: "WorkerLost", message: `the worker died ${MOST_LOSSES} times while it ran this` }),
    ],
  );
  const back = rows.filter((row) => row.error === null);
  await parts.queue.remove(sql, back);
  await parts.queue.put(sql, back);
  await parts.gaveUp(
    sql,
    rows.filter((row) => row.error !== null),
  );
}
