import type { Logger } from "@/server/kernel/logger";
import { admitWaiting } from "./admission";
import type { Database, Sql } from "./database";
import type { EndedRun } from "./end-events";
import type { RunQueue } from "./queue";
import { cancelRuns } from "./run-end";

/** How often a worker looks whose time is up, and who may start by now. */
const PASS_MS = 250;
const AT_ONCE = 500;

interface DeadlineParts {
  readonly database: Database;
  readonly queue: RunQueue;
  readonly logger: Logger;
  /** Tells of runs that have just been cancelled, in the transaction that did it. */
  readonly tell: (sql: Sql, ended: readonly EndedRun[]) => Promise<void>;
}

/**
 * What only the clock brings about: the end of runs that waited or took too long (`timeouts`), and the start of those that
 * their throttle held back. Every worker looks; whoever is first does it.
 */
export class Deadlines {
  readonly #parts: DeadlineParts;
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> | null = null;

  constructor(parts: DeadlineParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#pass ??= this.#look()
        .catch((error: unknown) =>
          this.#parts.logger.warn({ err: error }, "local runtime: a pass over the deadlines failed"),
        )
        .finally(() => {
          this.#pass = null;
        });
    }, PASS_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#pass;
  }

  async #look(): Promise<void> {
    const { database, queue } = this.#parts;
    const lanes = await database.query<{ id: string; queue: string }>(
      `select l.id, l.queue from local_runtime.lanes l join local_runtime.throttles t on t.key = l.throttle_key
       where t.spent_until <= extract(epoch from now()) * 1000 + (l.throttle_most - 1) * l.throttle_every
         and exists (select from local_runtime.runs r where r.lane = l.id and r.status = 'waiting')`,
      [],
      "local_runtime_throttled",
    );
    if (lanes.length > 0) await database.transaction((sql) => admitWaiting(sql, queue, lanes));
    for (let found = AT_ONCE; found === AT_ONCE; ) found = await this.#cancelOverdue();
  }

  async #cancelOverdue(): Promise<number> {
    const { database, queue, tell } = this.#parts;
    const rows = await database.query<{ id: string }>(
      `select id from local_runtime.runs
       where ended_at is null and deadline <= now() and not cancel_requested order by deadline limit ${AT_ONCE}`,
      [],
      "local_runtime_overdue",
    );
    if (rows.length === 0) return 0;
    await database.transaction(async (sql) => {
      const overdue = rows.map(({ id }) => id);
      await tell(sql, await cancelRuns(sql, queue, overdue));
    });
    return rows.length;
  }
}
