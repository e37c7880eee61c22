import type { Clock } from "@/server/kernel/clock";
import type { Logger } from "@/server/kernel/logger";
import type { Database } from "./database";
import { ownEvent } from "./event";
import { seedRun } from "./event-router";
import type { FunctionPlan } from "./function-plan";
import type { FunctionRegistry } from "./function-registry";
import type { RunQueue } from "./queue";
import { createRuns } from "./run-store";

/** A tick that came while no worker ran is made up for, once, when it is no older than this. */
const LATEST_MS = 5 * 60_000;

interface CronParts {
  readonly database: Database;
  readonly queue: RunQueue;
  readonly registry: FunctionRegistry;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Trigger {
  readonly plan: FunctionPlan;
  readonly cron: FunctionPlan["crons"][number];
  readonly key: string;
}

/**
 * Fires cron triggers: every second, each worker moves the last tick of each trigger forward, and only the one whose
 * update finds it still behind starts the run, in the same transaction. So a tick fires once however many workers there
 * are. A new trigger counts from when it is first followed.
 */
export class Cron {
  readonly #parts: CronParts;
  readonly #next = new Map<string, { after: number; tick: Date | null }>();
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();
  #passing = false;

  constructor(parts: CronParts) {
    this.#parts = parts;
  }

  /** Lets the triggers of `plans` count from now, where they don't yet. Throws on an expression that makes no sense. */
  async follow(plans: readonly FunctionPlan[]): Promise<void> {
    const { database, queue, clock } = this.#parts;
    const now = clock.now();
    const triggers = triggersOf(plans);
    for (const { cron } of triggers) queue.nextTick(cron, now);
    if (triggers.length === 0) return;
    await database.query(
      "insert into local_runtime.crons (key, last_tick) select key, $2 from unnest($1::text[]) as k (key) on conflict do nothing",
      [triggers.map(({ key }) => key), now],
    );
  }

  start(intervalMs = 1_000): void {
    this.#timer = setInterval(() => {
      if (this.#passing) return;
      this.#passing = true;
      this.#pass = this.tick()
        .catch((error: unknown) =>
          this.#parts.logger.warn({ err: error }, "local runtime: a pass over the crons failed"),
        )
        .finally(() => {
          this.#passing = false;
        });
    }, intervalMs);
  }

  /** One pass: fires the latest tick of each trigger that nobody has fired. */
  async tick(): Promise<void> {
    const { database, clock, registry } = this.#parts;
    const now = clock.now();
    const triggers = triggersOf(registry.plans);
    if (triggers.length === 0) return;
    const rows = await database.query<{ key: string; last_tick: Date }>(
      "select key, last_tick from local_runtime.crons where key = any($1)",
      [triggers.map(({ key }) => key)],
      "local_runtime_crons",
    );
    const last = new Map(rows.map((row) => [row.key, row.last_tick]));
    for (const trigger of triggers) {
      const after = last.get(trigger.key);
      if (after && this.#isDue(trigger, after, now)) await this.#fire(trigger, after, now);
    }
  }

  /** Reckons the tick after `after` once, not on every pass: a rare one can take a while. */
  #isDue({ cron, key }: Trigger, after: Date, now: Date): boolean {
    let next = this.#next.get(key);
    if (next?.after !== after.getTime()) {
      next = { after: after.getTime(), tick: this.#parts.queue.nextTick(cron, after) };
      this.#next.set(key, next);
    }
    return next.tick !== null && next.tick <= now;
  }

  async #fire({ plan, cron, key }: Trigger, after: Date, now: Date): Promise<void> {
    const { database, queue } = this.#parts;
    const start = new Date(Math.max(after.getTime(), now.getTime() - LATEST_MS));
    let due = start;
    for (let tick = queue.nextTick(cron, start); tick && tick <= now; tick = queue.nextTick(cron, tick))
      due = tick;
    await database.transaction(async (sql) => {
      const moved = await sql.query(
        "update local_runtime.crons set last_tick = $2 where key = $1 and last_tick < $2 returning key",
        [key, due],
      );
      // When all that was missed is too old, the trigger only moves on.
      if (moved.length === 0 || due === start) return;
      const event = ownEvent("inngest/scheduled.timer", { cron: cron.expression }, due);
      await createRuns(sql, queue, [seedRun(plan, event, now)]);
    });
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#pass;
  }
}

function triggersOf(plans: readonly FunctionPlan[]): Trigger[] {
  return plans.flatMap((plan) =>
    plan.crons.map((cron) => ({
      plan,
      cron,
      key: JSON.stringify([plan.id, cron.expression, cron.timeZone]),
    })),
  );
}
