import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { type Clock, systemClock } from "@/server/kernel/clock";
import type { Logger } from "@/server/kernel/logger";
import { answerCheckpoint } from "./checkpoint-api";
import { pointClientAt } from "./client-address";
import { Cron } from "./cron";
import { openDatabase } from "./database";
import { type DeadLetter, listDeadLetters, retryDeadLetter } from "./dead-letters";
import { answerSend, reply } from "./event-api";
import { takeInEvents, tellEnds } from "./event-intake";
import { readFunctionPlans } from "./function-plan";
import { GroupCommit } from "./group-commit";
import { openQueue } from "./queue";
import { exponentialDelay, type RetryDelay } from "./retry-delay";
import { driveRun, type LiveRuns } from "./run-driver";
import { clearAway, endRuns, type RunEnd } from "./run-end";
import { type StepResult, saveStepResults } from "./run-progress";
import { installSchema } from "./schema";
import { createSdkCaller } from "./sdk-caller";
import { newSigningKey } from "./signature";
import { tidyUp } from "./upkeep";
import { Worker } from "./worker";
import { signOn } from "./worker-lease";

export interface LocalRuntimeOptions {
  /** The queue role's URL: owner of the schemas `pgboss` and `local_runtime`. */
  readonly queueDatabaseUrl: string;
  readonly functions: readonly InngestFunction.Any[];
  /** The client that the functions were made with. The runtime points it at itself. */
  readonly client: Inngest.Any;
  /** Port on the loopback interface; 0, the default, picks a free one. */
  readonly port?: number;
  /** Runs that this worker carries on at a time. */
  readonly concurrency?: number;
  readonly logger: Logger;
  /** Default: the client's (INNGEST_SIGNING_KEY), else a random one. */
  readonly signingKey?: string;
  /** Default: the client's (INNGEST_EVENT_KEY), else a random one. */
  readonly eventKey?: string;
  /** Delay before each retry, in milliseconds. */
  readonly retryDelay?: RetryDelay;
  readonly clock?: Clock;
  /** How often cron triggers are looked at, in milliseconds. */
  readonly cronIntervalMs?: number;
}

export interface LocalRuntime {
  /** What INNGEST_BASE_URL must be for whoever sends events. */
  readonly url: string;
  /** Environment under which another process's client sends its events here. */
  readonly senderEnv: { readonly INNGEST_BASE_URL: string; readonly INNGEST_EVENT_KEY: string };
  /** Resolves when no run is active, queued (a pending retry counts as queued) or due. Sleeping runs don't count. */
  idle(): Promise<void>;
  /** Takes no new work, lets the calls in flight finish (at most `limitMs`, default 10 s), gives back the rest. */
  stop(limitMs?: number): Promise<void>;
  deadLetters(): Promise<DeadLetter[]>;
  /** Runs a dead letter again from its memoised steps. False when there is none under that id. */
  retry(runId: string): Promise<boolean>;
}

const CONCURRENCY = 50;
const STOP_MS = 10_000;
const IDLE_POLL_MS = 25;
const TIDY_MS = 3_600_000;

/**
 * Starts a worker that drives `functions` over HTTP, signed, through the SDK's own endpoint, with its state in
 * Postgres. Several may run on one database. Throws when a function asks for what the runtime doesn't do, or when the
 * environment points the client elsewhere.
 */
export async function startLocalRuntime(options: LocalRuntimeOptions): Promise<LocalRuntime> {
  const { client, logger, concurrency = CONCURRENCY, clock = systemClock } = options;
  const database = openDatabase(options.queueDatabaseUrl, logger);
  const undo: (() => unknown)[] = [() => database.close()];
  try {
    const signingKey = options.signingKey ?? client.signingKey ?? newSigningKey();
    const eventKey = options.eventKey ?? client.eventKey ?? `local-${randomBytes(16).toString("hex")}`;
    await installSchema(database);
    const queue = await openQueue(database, logger);
    undo.push(() => queue.stop());

    let takeSend: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async (
      _,
      response,
    ) => reply(response, 503, { error: "starting", status: 503 });
    const live: LiveRuns = new Map();
    const functions = serve({ client, functions: [...options.functions], enableUnauthedSync: false });
    const server = createServer((request, response) => {
      const path = request.url ?? "";
      const answer =
        request.method === "POST" && path.startsWith("/e/")
          ? takeSend(request, response)
          : request.method === "POST" && path.startsWith("/v1/checkpoint/")
            ? answerCheckpoint(request, response, { signingKey, live })
            : path.startsWith("/api/inngest")
              ? Promise.resolve(functions(request, response))
              : Promise.resolve(reply(response, path === "/health" ? 200 : 404, { ok: path === "/health" }));
      answer.catch((error: unknown) => {
        logger.error({ err: error }, "local runtime: a request failed");
        if (!response.headersSent) reply(response, 500, { error: "internal error", status: 500 });
      });
    });
    server.keepAliveTimeout = 0;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(options.port ?? 0, "127.0.0.1", resolve);
    });
    undo.push(
      () => server.close(),
      () => server.closeAllConnections(),
    );
    const url = `http://127.0.0.1:${portOf(server.address())}`;
    pointClientAt(client, { url, eventKey, signingKey });

    const caller = createSdkCaller(url, signingKey);
    undo.push(() => caller.close());
    const plans = readFunctionPlans(await caller.register());
    takeSend = (request, response) =>
      answerSend(request, response, {
        eventKey,
        takeIn: async (events) => {
          await database.transaction((sql) => takeInEvents(sql, queue, plans, events));
        },
      });

    const results = new GroupCommit<StepResult, boolean>((batch) => saveStepResults(database, batch));
    const ends = new GroupCommit<RunEnd, true>(async (batch) => {
      await database.transaction(async (sql) =>
        tellEnds(sql, queue, plans, await endRuns(sql, queue, batch)),
      );
      return batch.map(() => true);
    });
    const plansById = new Map(plans.map((plan) => [plan.id, plan]));
    const worker: Worker = new Worker({
      database,
      queue,
      logger,
      concurrency,
      drive: (run) =>
        driveRun(run, {
          database,
          queue,
          plans: plansById,
          caller,
          results,
          ends,
          retryDelay: options.retryDelay ?? exponentialDelay,
          clock,
          logger,
          live,
          stopping: () => worker.stopping,
          wakeAt: (at) => worker.wakeAt(at),
        }),
    });
    const lease = await signOn({
      database,
      queueDatabaseUrl: options.queueDatabaseUrl,
      queue,
      logger,
      wake: () => worker.wake(),
      gaveUp: async (sql, runs) => {
        await clearAway(sql, queue, runs);
        await tellEnds(sql, queue, plans, runs);
      },
    });
    undo.push(() => lease.resign());
    const cron = new Cron({ database, queue, plans, clock, logger });
    await cron.start(options.cronIntervalMs);
    undo.push(() => cron.stop());
    const tidying = setInterval(() => {
      tidyUp(database).catch((error: unknown) =>
        logger.warn({ err: error }, "local runtime: tidying up failed"),
      );
    }, TIDY_MS);
    undo.push(() => clearInterval(tidying));
    worker.start(lease.workerId);
    let stopped: Promise<void> | undefined;

    return {
      url,
      senderEnv: { INNGEST_BASE_URL: url, INNGEST_EVENT_KEY: eventKey },
      idle: async () => {
        while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, IDLE_POLL_MS));
      },
      stop: (limitMs = STOP_MS) => {
        stopped ??= stopAll(limitMs);
        return stopped;
      },
      deadLetters: () => listDeadLetters(database),
      retry: (runId) => retryDeadLetter(database, queue, runId),
    };

    async function stopAll(limitMs: number): Promise<void> {
      await worker.stop(limitMs);
      for (const step of undo.reverse()) await step();
    }

    async function isBusy(): Promise<boolean> {
      const rows = await database.query(
        `select from local_runtime.runs where ended_at is null
           and (status in ('waiting', 'queued', 'active') or (status = 'sleeping' and due_at <= now())) limit 1`,
        [],
        "local_runtime_busy",
      );
      return rows.length > 0;
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
