/**
 * How long a refund waits, from its event's send to its first step, while 10,000 low-priority jobs stand in line:
 *   idle      on a runtime with nothing else to do: what the others are compared with
 *   apart     its function has a queue of its own
 *   priority  it hasn't, but the highest priority (600) against the jobs' lowest (-600)
 *   in line   neither: the control, which must be clearly worse
 * Refunds come at random moments, all of one case while jobs still stand in line. Jobs take 300 ms; a
 * refund's run has a concurrency limit of its own, as closing a run has.
 *   node scripts/bootstrap.mjs bench/separate-queue.ts [jobs] [refunds]
 */
import { setTimeout as wait } from "node:timers/promises";
import { Inngest } from "inngest";
import pino from "pino";
import { startEmbedded } from "@/db/embedded";
import { cloneDatabase, provisionTemplate } from "@/db/provision";
import { type LocalRuntime, startLocalRuntime } from "@/inngest/local";

process.env = { ...process.env };

const JOBS = Number(process.argv[2] ?? 10_000);
const REFUNDS = Number(process.argv[3] ?? 60);
const JOB_MS = 300;
const PLACES = 50;
const LONGEST_GAP_MS = 300;
const logger = pino({ level: "warn" }, pino.destination(2));
const silent = pino({ level: "silent" });

const server = await startEmbedded(`test-queue-bench-${process.pid}`);
const template = await provisionTemplate(server);

interface Waits {
  readonly ms: number[];
  /** Jobs that still stood in line or ran when the last refund came. */
  readonly left: number;
}

try {
  const idle = await measure("idle", { jobs: 0, apart: false, ranked: false });
  const apart = await measure("apart", { jobs: JOBS, apart: true, ranked: false });
  const priority = await measure("priority", { jobs: JOBS, apart: false, ranked: true });
  const inLine = await measure("in_line", { jobs: JOBS, apart: false, ranked: false });
  for (const [name, waits] of Object.entries({ idle, apart, priority, "in line": inLine })) {
    const ratio = percentile(waits.ms, 95) / percentile(idle.ms, 95);
    console.log(
      `${name.padEnd(9)} ${waits.ms.length} refunds: median ${percentile(waits.ms, 50).toFixed(0)} ms, p95 ${percentile(waits.ms, 95).toFixed(0)} ms, ` +
        `p95 to idle's ${ratio.toFixed(1)}; ${waits.left} of ${name === "idle" ? 0 : JOBS} jobs left when the last one came`,
    );
  }
} finally {
  await server.stop();
}

async function measure(
  name: string,
  { jobs, apart, ranked }: { jobs: number; apart: boolean; ranked: boolean },
): Promise<Waits> {
  const database = `bench_${name}_${process.pid}`;
  await cloneDatabase(server, template, database);
  const client = new Inngest({ id: "bench", checkpointing: false, logger: silent });
  let ended = 0;
  const job = client.createFunction(
    {
      id: "job",
      triggers: [{ event: "bench/job" }],
      priority: { run: ranked ? "-600" : "0" },
    },
    async ({ step }) => {
      await step.run("work", () => wait(JOB_MS));
      ended += 1;
    },
  );
  const ms: number[] = [];
  const refund = client.createFunction(
    {
      id: "refund",
      triggers: [{ event: "bench/refund" }],
      concurrency: { key: "event.data.run", limit: 1 },
      priority: { run: ranked ? "600" : "0" },
    },
    async ({ step, event }) => {
      await step.run("refund", () => {
        ms.push(performance.now() - event.data.sentAt);
      });
    },
  );
  const runtime: LocalRuntime = await startLocalRuntime({
    queueDatabaseUrl: server.url("citestreak_queue", database),
    functions: [job, refund],
    client,
    concurrency: PLACES,
    logger,
    ...(apart && { separateQueues: [{ name: "money", functions: [refund], concurrency: 5 }] }),
  });
  try {
    for (let sent = 0; sent < jobs; sent += 1_000) {
      const events = Array.from({ length: Math.min(1_000, jobs - sent) }, () => ({ name: "bench/job" }));
      await client.send(events);
    }
    for (let n = 0; n < REFUNDS; n += 1) {
      await wait(Math.random() * LONGEST_GAP_MS);
      await client.send({ name: "bench/refund", data: { run: n, sentAt: performance.now() } });
    }
    const left = jobs - ended;
    while (ms.length < REFUNDS) await wait(20);
    console.log(`${name}: measured`);
    return { ms, left };
  } finally {
    await runtime.stop();
  }
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
