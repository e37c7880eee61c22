import { randomBytes } from "node:crypto";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { type Clock, systemClock } from "@/server/kernel/clock";
import type { Logger } from "@/server/kernel/logger";
import { answerCheckpoint } from "./checkpoint-api";
import { pointClientAt } from "./client-address";
import { createCrew } from "./crew";
import { Cron } from "./cron";
import { openDatabase, type Sql } from "./database";
import { type DeadLetters, deadLettersOf } from "./dead-letters";
import { Deadlines } from "./deadlines";
import type { EndedRun } from "./end-events";
import { openEndpoint } from "./endpoint";
import { answerSend, reply } from "./event-api";
import { takeInEvents, tellEnds } from "./event-intake";
import { MAIN_QUEUE, readFunctionPlans } from "./function-plan";
import { FunctionRegistry } from "./function-registry";
import { createOwnCaller } from "./own-caller";
import { openQueue } from "./queue";
import { planQueues, type SeparateQueue } from "./queue-plan";
import { answerRegister, type Registered } from "./register-api";
import { exponentialDelay, type RetryDelay } from "./retry-delay";
import type { LiveRuns } from "./run-driver";
import { clearAway } from "./run-end";
import { installSchema } from "./schema";
import { createSdkCaller } from "./sdk-caller";
import { newSigningKey } from "./signature";
import { adoptStrayRuns } from "./stray-runs";
import { tidyUp } from "./upkeep";
import { signOn } from "./worker-lease";

export interface LocalRuntimeOptions {
  /** The queue role's URL: owner of the schemas `pgboss` and `local_runtime`. */
  readonly queueDatabaseUrl: string;
  readonly functions: readonly InngestFunction.Any[];
  /** The client that the functions were made with. The runtime points it at itself. */
  readonly client: Inngest.Any;
  /** Port on the loopback interface; 0, the default, picks a free one. */
  readonly port?: number;
  /** Runs that this worker carries on at a time, besides those of separate queues; default 50. */
  readonly concurrency?: number;
  /** Functions whose runs never wait for those of others. */
  readonly separateQueues?: readonly SeparateQueue[];
  readonly logger: Logger;
  /** Default: the client's (INNGEST_SIGNING_KEY), else a random one. */
  readonly signingKey?: string;
  /** Default: the client's (INNGEST_EVENT_KEY), else a random one. */
  readonly eventKey?: string;
  /** Delay before each retry, in milliseconds. */
  readonly retryDelay?: RetryDelay;
  /** What crons go by; all else goes by the system's clock. */
  readonly cronClock?: Clock;
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
  readonly deadLetters: DeadLetters;
}

/** Connections of a separate queue's own. */
const OWN_CONNECTIONS = 3;
const STOP_MS = 10_000;
const IDLE_POLL_MS = 25;
const TIDY_MS = 3_600_000;

/**
 * Starts a worker that drives `functions` through the SDK's own handler, and serves them over HTTP, signed, to whoever else
 * calls; with its state in Postgres. Several may run on one database. Throws when a function asks for what the runtime doesn't do, or when the
 * environment points the client elsewhere.
 */
export async function startLocalRuntime(options: LocalRuntimeOptions): Promise<LocalRuntime> {
  const { client, logger, queueDatabaseUrl, cronClock = systemClock } = options;
  const { queues, queueOf } = planQueues(options);
  const database = openDatabase(queueDatabaseUrl, logger);
  const undo: (() => unknown)[] = [() => database.close()];
  try {
    const signingKey = options.signingKey ?? client.signingKey ?? newSigningKey();
    const eventKey = options.eventKey ?? client.eventKey ?? `local-${randomBytes(16).toString("hex")}`;
    await installSchema(database);
    const names = queues.map(({ queueName }) => queueName);
    const queue = await openQueue(queueDatabaseUrl, names, logger);
    undo.push(() => queue.stop());
    await adoptStrayRuns(database, queue, names);

    const live: LiveRuns = new Map();
    const registry = new FunctionRegistry((at) =>
      at === own ? createOwnCaller(client, options.functions, own) : createSdkCaller(at, signingKey),
    );
    const cron = new Cron({ database, queue, registry, clock: cronClock, logger });
    const functions = serve({ client, functions: [...options.functions], enableUnauthedSync: false });
    let ready = false;
    const endpoint = await openEndpoint(
      options.port ?? 0,
      {
        functions: async (request, response) => functions(request, response),
        checkpoint: (request, response) => answerCheckpoint(request, response, { signingKey, live }),
        send: async (request, response) => {
          if (!ready) return reply(response, 503, { error: "starting", status: 503 });
          await answerSend(request, response, {
            eventKey,
            takeIn: (events) =>
              database.transaction((sql) => takeInEvents(sql, queue, registry.plans, events)),
          });
        },
        register: async (request, response) => {
          if (!ready) return reply(response, 503, { error: "starting", status: 503 });
          await answerRegister(request, response, { signingKey, takeIn: takeInApp });
        },
      },
      logger,
    );
    undo.push(() => endpoint.close());
    const { url } = endpoint;
    pointClientAt(client, { url, eventKey, signingKey });

    undo.push(() => registry.close());
    const own = `${url}/api/inngest`;
    const door = createSdkCaller(own, signingKey);
    undo.push(() => door.close());
    registry.replace(client.id, own, readFunctionPlans(await door.register(), queueOf));
    ready = true;

    const parts = { queue, registry, live, logger, clock: systemClock };
    const retryDelay = options.retryDelay ?? exponentialDelay;
    const crews = queues.map(({ queueName, concurrency }) => {
      const own =
        queueName === MAIN_QUEUE ? database : openDatabase(queueDatabaseUrl, logger, OWN_CONNECTIONS);
      if (own !== database) undo.push(() => own.close());
      return createCrew({ ...parts, retryDelay, database: own, queueName, concurrency });
    });
    const lease = await signOn({
      database,
      queueDatabaseUrl,
      queue,
      logger,
      wake: () => {
        for (const crew of crews) crew.wake();
      },
      gaveUp: async (sql, runs) => {
        await clearAway(sql, queue, runs);
        await tell(sql, runs);
      },
    });
    undo.push(() => lease.resign());
    await cron.follow(registry.plans);
    cron.start(options.cronIntervalMs);
    undo.push(() => cron.stop());
    const deadlines = new Deadlines({ database, queue, logger, tell });
    deadlines.start();
    undo.push(() => deadlines.stop());
    const tidying = setInterval(() => {
      tidyUp(database).catch((error: unknown) =>
        logger.warn({ err: error }, "local runtime: tidying up failed"),
      );
    }, TIDY_MS);
    undo.push(() => clearInterval(tidying));
    for (const crew of crews) crew.start(lease.workerId);
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
      deadLetters: deadLettersOf(database, queue),
    };

    async function tell(sql: Sql, ended: readonly EndedRun[]): Promise<void> {
      await tellEnds(sql, queue, registry.plans, ended);
    }

    async function takeInApp(app: Registered): Promise<void> {
      await cron.follow(app.plans);
      registry.replace(app.appId, app.url, app.plans);
    }

    async function stopAll(limitMs: number): Promise<void> {
      await Promise.all(crews.map((crew) => crew.stop(limitMs)));
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
