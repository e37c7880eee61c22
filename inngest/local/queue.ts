import { PgBoss } from "pg-boss";
import type { Logger } from "@/server/kernel/logger";
import { openDatabase, type Sql } from "./database";

/** A run and the queue that it stands in. */
export interface QueuePlace {
  readonly id: string;
  readonly queue: string;
}

/** A run that is to be carried on: now, or at `at`. */
export interface QueueEntry extends QueuePlace {
  readonly priority: number;
  readonly at?: Date;
}

/** The queues of runs that may go on. Every change happens in the caller's transaction, with the run's own row. */
export interface RunQueue {
  /** Workers are woken for entries without `at`, when the transaction commits. */
  put(sql: Sql, entries: readonly QueueEntry[]): Promise<void>;
  /** Claims up to `count` due entries of a queue, highest priority first, oldest first among equals. */
  take(sql: Sql, queue: string, count: number): Promise<string[]>;
  remove(sql: Sql, entries: readonly QueuePlace[]): Promise<void>;
  /** The first moment after `after` at which a cron expression fires, or null. Throws on a bad expression. */
  nextTick(cron: { expression: string; timeZone: string }, after: Date): Date | null;
  stop(): Promise<void>;
}

/** Channel on which workers hear, once a transaction has committed, that there is something in a queue. */
export const WAKE_CHANNEL = "local_runtime_wake";
/** pg-boss's longest. Who holds a run is our own business (worker-lease.ts): its expiry must never come first. */
const EXPIRE_SECONDS = 24 * 3600 - 60;
const RETENTION_SECONDS = 400 * 24 * 3600;
/** pg-boss looks up its queues now and then, in the middle of our transactions: never with a connection of theirs. */
const CONNECTIONS = 2;

const statementNames = new Map<string, string>();

/**
 * Opens the queues named on pg-boss, in its schema `pgboss` (which must exist and be ours). What it does to runs it does
 * in the caller's transaction, the rest over connections of its own. pg-boss gives storage, order by priority, delays,
 * claiming with SKIP LOCKED, upkeep of its tables and cron arithmetic. A visitor leaves the upkeep to workers.
 */
export async function openQueue(
  queueDatabaseUrl: string,
  names: readonly string[],
  logger: Logger,
  role: "worker" | "visitor" = "worker",
  patienceMs?: number,
): Promise<RunQueue> {
  const adapter = (sql: Sql) => ({
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await sql.query(text, values) }),
  });
  const prepared = (sql: Sql) => ({
    executeSql: async (text: string, values?: unknown[]) => ({
      rows: await sql.query(text, values, statementName(text)),
    }),
  });
  const database = openDatabase(queueDatabaseUrl, logger, CONNECTIONS, patienceMs);
  const boss = new PgBoss({
    db: adapter(database),
    schema: "pgboss",
    createSchema: false,
    schedule: false,
    monitorVacuum: false,
    supervise: role === "worker",
  });
  boss.on("error", (error) => logger.warn({ err: error }, "local runtime: the queue's upkeep failed"));
  const stop = async () => {
    await boss.stop({ graceful: false, close: false });
    await database.close();
  };
  try {
    await boss.start();
    for (const name of names) {
      await boss.createQueue(name, { expireInSeconds: EXPIRE_SECONDS, retentionSeconds: RETENTION_SECONDS });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    put: async (sql, entries) => {
      for (const [name, group] of byQueue(entries)) {
        const jobs = group.map(({ id, priority, at }) => ({
          id,
          priority,
          ...(at && { startAfter: at.toISOString() }),
        }));
        await boss.insert(name, jobs, { db: prepared(sql) });
      }
      if (entries.some(({ at }) => !at)) await sql.query(`notify ${WAKE_CHANNEL}`);
    },
    take: async (sql, name, count) => {
      const jobs = await boss.fetch(name, { batchSize: count, db: adapter(sql) });
      return jobs.map((job) => job.id);
    },
    remove: async (sql, entries) => {
      for (const [name, group] of byQueue(entries)) {
        await boss.deleteJob(
          name,
          group.map(({ id }) => id),
          { db: prepared(sql) },
        );
      }
    },
    nextTick: ({ expression, timeZone }, after) =>
      boss.previewSchedule(expression, { tz: timeZone, from: after, count: 1 })[0] ?? null,
    stop,
  };
}

/**
 * Under which name each connection keeps its plan of a statement of pg-boss's, whose planning is half of its cost. There are
 * a few a queue. Taking isn't among them: planned while a queue is short, it sorts the whole of a long one at every claim.
 */
function statementName(text: string): string {
  const name = statementNames.get(text) ?? `local_runtime_queue_${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

function byQueue<Entry extends QueuePlace>(entries: readonly Entry[]): Map<string, Entry[]> {
  return Map.groupBy(entries, (entry) => entry.queue);
}
