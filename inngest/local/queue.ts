import { PgBoss } from "pg-boss";
import type { Logger } from "@/server/kernel/logger";
import type { Database, Sql } from "./database";

/** A run that is to be carried on: now, or at `at`. */
export interface QueueEntry {
  readonly id: string;
  readonly priority: number;
  readonly at?: Date;
}

/** The queue of runs that may go on. Every change happens in the caller's transaction, with the run's own row. */
export interface RunQueue {
  /** Workers are woken for entries without `at`, when the transaction commits. */
  put(sql: Sql, entries: readonly QueueEntry[]): Promise<void>;
  /** Claims up to `count` due entries, highest priority first, oldest first among equals. */
  take(sql: Sql, count: number): Promise<string[]>;
  remove(sql: Sql, ids: readonly string[]): Promise<void>;
  /** The first moment after `after` at which a cron expression fires, or null. Throws on a bad expression. */
  nextTick(cron: { expression: string; timeZone: string }, after: Date): Date | null;
  stop(): Promise<void>;
}

const QUEUE = "runs";
/** Channel on which workers hear, once a transaction has committed, that there is something in the queue. */
export const WAKE_CHANNEL = "local_runtime_wake";
/** pg-boss's longest. Who holds a run is our own business (worker-lease.ts): its expiry must never come first. */
const EXPIRE_SECONDS = 24 * 3600 - 60;
const RETENTION_SECONDS = 400 * 24 * 3600;

/**
 * Opens the queue on pg-boss, in its schema `pgboss` (which must exist and be ours), over our own connections. pg-boss
 * gives storage, order by priority, delays, claiming with SKIP LOCKED, upkeep of its tables and cron arithmetic.
 */
export async function openQueue(database: Database, logger: Logger): Promise<RunQueue> {
  const adapter = (sql: Sql) => ({
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await sql.query(text, values) }),
  });
  const boss = new PgBoss({
    db: adapter(database),
    schema: "pgboss",
    createSchema: false,
    schedule: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => logger.warn({ err: error }, "local runtime: the queue's upkeep failed"));
  await boss.start();
  await boss.createQueue(QUEUE, { expireInSeconds: EXPIRE_SECONDS, retentionSeconds: RETENTION_SECONDS });
  return {
    put: async (sql, entries) => {
      if (entries.length === 0) return;
      const jobs = entries.map(({ id, priority, at }) => ({
        id,
        priority,
        ...(at && { startAfter: iso(at) }),
      }));
      await boss.insert(QUEUE, jobs, { db: adapter(sql) });
      if (entries.some(({ at }) => !at)) await sql.query(`notify ${WAKE_CHANNEL}`);
    },
    take: async (sql, count) => {
      const jobs = await boss.fetch(QUEUE, { batchSize: count, db: adapter(sql) });
      return jobs.map((job) => job.id);
    },
    remove: async (sql, ids) => {
      if (ids.length > 0) await boss.deleteJob(QUEUE, [...ids], { db: adapter(sql) });
    },
    nextTick: ({ expression, timeZone }, after) =>
      boss.previewSchedule(expression, { tz: timeZone, from: after, count: 1 })[0] ?? null,
    stop: () => boss.stop({ graceful: false, close: false }),
  };
}

function iso(at: Date): string {
  return at.toISOString();
}
