import type { Clock } from "@/server/kernel/clock";
import type { Logger } from "@/server/kernel/logger";
import type { Database } from "./database";
import { ownEvent } from "./event";
import { seedRun } from "./event-router";
import type { FunctionPlan } from "./function-plan";
import type { RunQueue } from "./queue";
import { createRuns } from "./run-store";

/** A tick that came while no worker ran is made up for, once, when it is no older than this. */
const LATEST_MS = 5 * 60_000;

interface CronParts {
  readonly database: Database;
  readonly queue: RunQueue;
  readonly plans: readonly FunctionPlan[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly wake: () => void;
}

/**
 * Fires cron triggers: every second, each worker moves the last tick of each trigger forward, and only the one whose
 * update finds it still behind starts the run, in the same transaction. So a tick fires once however many workers there
 * are. A new trigger starts counting now; the first `start` of an expression that makes no sense throws.
 */
export class Cron {
  readonly #parts: CronParts;
  readonly #triggers: { plan: FunctionPlan; cron: FunctionPlan["crons"][number]; key: string }[];
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();
  #passing = false;

  constructor(parts: CronParts) {
    this.#parts = parts;
    this.#triggers = parts.plans.flatMap((plan) =>
      plan.crons.map((cron) => ({
        plan,
        cron,
        key: JSON.stringify([plan.id, cron.expression, cron.timeZone]),
      })),
    );
  }

  async start(intervalMs = 1_000): Promise<void> {
    const { database, queue, clock, logger } = this.#parts;
    if (this.#triggers.length === 0) return;
    const now = clock.now();
    for (const { cron } of this.#triggers) queue.lastTick(cron, now, now);
    await database.query(
      "insert into local_runtime.crons (key, last_tick) select key, $2 from unnest($1::text[]) as k (key) on conflict do nothing",
      [this.#triggers.map(({ key }) => key), now],
    );
    this.#timer = setInterval(() => {
      if (this.#passing) return;
      this.#passing = true;
      this.#pass = this.tick()
        .catch((error: unknown) => logger.warn({ err: error }, "local runtime: a pass over the crons failed"))
        .finally(() => {
          this.#passing = false;
        });
    }, intervalMs);
  }

  /** One pass: fires the latest tick of each trigger that nobody has fired. */
  async tick(): Promise<void> {
    const { database, queue, clock, wake } = this.#parts;
    const now = clock.now();
    const rows = await database.query<{ key: string; last_tick: Date }>(
      "select key, last_tick from local_runtime.crons where key = any($1)",
      [this.#triggers.map(({ key }) => key)],
      "local_runtime_crons",
    );
    const last = new Map(rows.map((row) => [row.key, row.last_tick]));
    for (const { plan, cron, key } of this.#triggers) {
      const earliest = now.getTime() - LATEST_MS;
      const after = new Date(Math.max(earliest, last.get(key)?.getTime() ?? earliest));
      const due = queue.lastTick(cron, after, now);
      if (!due) continue;
      await database.transaction(async (sql) => {
        const moved = await sql.query(
          "update local_runtime.crons set last_tick = $2 where key = $1 and last_tick < $2 returning key",
          [key, due],
        );
        if (moved.length === 0) return;
        const event = ownEvent("inngest/scheduled.timer", { cron: cron.expression }, due);
        await createRuns(sql, queue, [seedRun(plan, event)]);
      });
      wake();
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#pass;
  }
}
