import type { Logger } from "@/server/kernel/logger";
import type { Database } from "./database";
import type { RunQueue } from "./queue";
import { type ClaimedRun, claimRuns } from "./run-store";

interface WorkerParts {
  readonly database: Database;
  readonly queue: RunQueue;
  /** The queue that it works off. */
  readonly queueName: string;
  readonly logger: Logger;
  readonly concurrency: number;
  readonly drive: (run: ClaimedRun) => Promise<"done" | "unfinished">;
}

/** Without any other sign the queue is looked at this often. */
const POLL_MS = 1_000;
/** While most places are taken, free ones are filled in small groups rather than one by one. */
const GATHER_MS = 8;
/** A run that couldn't be carried on, for a reason of our own making, is let go after this. */
const TROUBLE_MS = 5_000;

/** Claims runs as places get free and drives each to its next rest. One loop; `wake` makes it look at once. */
export class Worker {
  readonly #parts: WorkerParts;
  readonly #active = new Map<string, Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #bell = Promise.withResolvers<void>();
  #stopping = false;
  /** After the stop: what is still in flight belongs to whoever has taken it over by now. */
  #abandoned = false;
  #workerId = "";
  #loop: Promise<void> = Promise.resolve();

  constructor(parts: WorkerParts) {
    this.#parts = parts;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  start(workerId: string): void {
    this.#workerId = workerId;
    this.#loop = this.#claimForever();
  }

  wake(): void {
    this.#bell.resolve();
  }

  /** Wakes the worker at `at`: a retry or a sleep of its own comes due. Far ones are left to polling. */
  wakeAt(at: Date): void {
    const delay = at.getTime() - Date.now();
    if (delay > 60_000) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.wake();
    }, Math.max(0, delay) + 1);
    this.#timers.add(timer);
  }

  /** Takes no new runs and waits for the calls in flight, at most `limitMs`. */
  async stop(limitMs: number): Promise<void> {
    this.#stopping = true;
    this.wake();
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#loop;
    const limit = Promise.withResolvers<void>();
    const timer = setTimeout(limit.resolve, limitMs);
    await Promise.race([Promise.all(this.#active.values()), limit.promise]);
    clearTimeout(timer);
    this.#abandoned = true;
  }

  async #claimForever(): Promise<void> {
    const { concurrency, database, queue, queueName, logger } = this.#parts;
    while (!this.#stopping) {
      const free = concurrency - this.#active.size;
      if (free === 0) {
        await this.#ring();
        continue;
      }
      this.#bell = Promise.withResolvers<void>();
      try {
        const { taken, runs } = await database.transaction((sql) =>
          claimRuns(sql, queue, queueName, this.#workerId, free),
        );
        for (const run of runs) this.#begin(run);
        if (taken < free) await this.#ring(POLL_MS);
        else if (free < concurrency / 4) await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      } catch (error) {
        logger.error({ err: error }, "local runtime: runs couldn't be claimed");
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    }
  }

  #begin(run: ClaimedRun): void {
    const driven = this.#parts
      .drive(run)
      .then((outcome) => (outcome === "unfinished" && !this.#abandoned ? this.#letGo(run, 0) : undefined))
      .catch((error: unknown) => {
        this.#parts.logger.error(
          { err: error, runId: run.id },
          "local runtime: a run couldn't be carried on",
        );
        return this.#letGo(run, TROUBLE_MS);
      })
      .catch((error: unknown) => {
        this.#parts.logger.error({ err: error, runId: run.id }, "local runtime: a run couldn't be let go");
      })
      .finally(() => {
        this.#active.delete(run.id);
        if (this.#active.size === this.#parts.concurrency - 1) this.wake();
      });
    this.#active.set(run.id, driven);
  }

  /** Puts a run back as it is, keeping its slot, for any worker to take. */
  async #letGo(run: ClaimedRun, delayMs: number): Promise<void> {
    const { database, queue } = this.#parts;
    await database.transaction(async (sql) => {
      const rows = await sql.query(
        `update local_runtime.runs set status = 'queued', worker_id = null
         where id = $1 and claim = $2 and status = 'active' returning id`,
        [run.id, run.claim],
      );
      if (rows.length === 0) return;
      await queue.remove(sql, [run]);
      await queue.put(sql, [{ ...run, at: new Date(Date.now() + delayMs) }]);
    });
  }

  async #ring(limitMs?: number): Promise<void> {
    if (limitMs === undefined) {
      await this.#bell.promise;
      this.#bell = Promise.withResolvers<void>();
      return;
    }
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
    });
    await Promise.race([this.#bell.promise, timeout]);
    clearTimeout(timer);
  }
}
