/**
 * Wall time of runs of a function with two steps that do nothing, through the local runtime, over two controls that make
 * the same calls at the same concurrency in the same process:
 *   bare  the same number of plain HTTP calls over kept connections, each with the one-row insert that memoises it
 *   sdk   the same signed calls to the SDK's endpoint, with no queue and no database: the floor of any such runtime
 *   npx tsx bench/local-runtime.ts [runs] [concurrency] [plain|fan-out]
 * `fan-out` sends the events from a function, by one step.sendEvent, and puts a concurrency key on each run.
 */
import http, { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import pg from "pg";
import pino from "pino";
import { startEmbedded } from "@/db/embedded";
import { cloneDatabase, provisionTemplate } from "@/db/provision";
import { newSigningKey, startLocalRuntime } from "@/inngest/local";
import { createSdkCaller } from "@/inngest/local/sdk-caller";
import { stepEntry } from "@/inngest/local/sdk-protocol";

// The SDK lists the environment several times a call, and Node asks the system for each variable. A plain copy is what
// the worker's own entry point uses too.
process.env = { ...process.env };

const RUNS = Number(process.argv[2] ?? 1_500);
const CONCURRENCY = Number(process.argv[3] ?? 50);
const FAN_OUT = process.argv[4] === "fan-out";
const ROUNDS = 3;
const CALLS = 3;
const STEPS = 2;

const server = await startEmbedded(`test-bench-${process.pid}`);
const database = `bench_${process.pid}`;
await cloneDatabase(server, await provisionTemplate(server), database);
const logger = pino({ level: "warn" }, pino.destination(2));
const silent = pino({ level: "silent" });

const client = new Inngest({ id: "bench", checkpointing: false, logger: silent });
const work = client.createFunction(
  {
    id: "work",
    triggers: [{ event: "bench/work" }],
    ...(FAN_OUT && { concurrency: [{ key: "event.data.key", limit: CONCURRENCY }] }),
  },
  async ({ step }) => {
    await step.run("one", () => 1);
    await step.run("two", () => 2);
  },
);
const sending = { started: 0, ended: 0 };
const fanOut = client.createFunction(
  { id: "fan-out", triggers: [{ event: "bench/go" }] },
  async ({ step }) => {
    sending.started ||= performance.now();
    await step.sendEvent("send", events());
    // Reached by the call after the one that sends: the step is memoised by now.
    sending.ended ||= performance.now();
  },
);
const runtime = await startLocalRuntime({
  queueDatabaseUrl: server.url("citestreak_queue", database),
  functions: [work, fanOut],
  client,
  concurrency: CONCURRENCY,
  logger,
});
try {
  const ratios: { bare: number; sdk: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const bare = await timed(bareControl);
    const sdk = await timed(sdkControl);
    Object.assign(sending, { started: 0, ended: 0 });
    const ours = await timed(ourRuns);
    // The first round warms everything up.
    if (round === 0) continue;
    ratios.push({ bare: ours / bare, sdk: ours / sdk });
    console.log(
      `round ${round}: ${RUNS} runs × ${STEPS} steps at ${CONCURRENCY}: ${seconds(ours)} (bare ${seconds(bare)}, sdk alone ${seconds(sdk)}), ` +
        `ratio to bare ${(ours / bare).toFixed(2)}, to sdk ${(ours / sdk).toFixed(2)}${FAN_OUT ? `, sending ${(sending.ended - sending.started).toFixed(0)} ms` : ""}`,
    );
  }
  const median = (pick: (ratio: { bare: number; sdk: number }) => number) =>
    (ratios.map(pick).toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0).toFixed(2);
  console.log(`median ratio to bare ${median((r) => r.bare)}, to the SDK alone ${median((r) => r.sdk)}`);
} finally {
  await runtime.stop();
  await server.stop();
}

function events() {
  return Array.from({ length: RUNS }, (_, n) => ({ name: "bench/work", data: { n, key: n % 2 } }));
}

async function ourRuns(): Promise<void> {
  if (FAN_OUT) await client.send({ name: "bench/go" });
  else await client.send(events());
  await runtime.idle();
}

async function sdkControl(): Promise<void> {
  const signingKey = newSigningKey();
  const alone = new Inngest({ id: "bench", checkpointing: false, logger: silent, signingKey });
  const fn = alone.createFunction({ id: "work", triggers: [{ event: "bench/work" }] }, async ({ step }) => {
    await step.run("one", () => 1);
    await step.run("two", () => 2);
  });
  const handle = serve({ client: alone, functions: [fn] });
  const endpoint = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  const caller = createSdkCaller(`http://127.0.0.1:${portOf(endpoint)}/api/inngest`, signingKey);
  await spread(RUNS, async (n) => {
    const steps = new Map<string, string>();
    for (let call = 0; call < CALLS; call += 1) {
      const answer = await caller.call({
        functionId: "bench-work",
        runId: String(n),
        stepId: "step",
        attempt: 0,
        maxAttempts: 4,
        event: `{"data":{"n":${n}},"id":"${n}","name":"bench/work","ts":1}`,
        steps,
        planOnly: false,
      });
      if (answer.kind === "operations") {
        for (const { id, data } of answer.operations) steps.set(id, stepEntry("data", JSON.stringify(data)));
      } else if (answer.kind === "failed") throw new Error(answer.json);
    }
  });
  caller.close();
  endpoint.close();
}

async function bareControl(): Promise<void> {
  const endpoint = createServer((request, response) => {
    request.resume().on("end", () => response.end("null"));
  });
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  const port = portOf(endpoint);
  const agent = new http.Agent({ keepAlive: true });
  const pool = new pg.Pool({ connectionString: server.url("postgres", database), max: 8 });
  await pool.query("create table if not exists bare (run int, step int, body text)");
  const body = JSON.stringify({ event: { name: "bench/work", data: { n: 1 } }, steps: {} });
  await spread(RUNS, async (n) => {
    for (let call = 0; call < CALLS; call += 1) {
      await new Promise<void>((resolve, reject) => {
        const request = http.request({ agent, port, host: "127.0.0.1", method: "POST" }, (response) =>
          response.resume().on("end", resolve),
        );
        request.on("error", reject).end(body);
      });
      const insert = "insert into bare values ($1, $2, $3)";
      await pool.query({ name: "bare", text: insert, values: [n, call, "null"] });
    }
  });
  agent.destroy();
  endpoint.close();
  await pool.end();
}

async function spread(count: number, job: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (next < count) {
        next += 1;
        await job(next);
      }
    }),
  );
}

async function timed(job: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await job();
  return performance.now() - started;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function portOf(of: http.Server): number {
  const address = of.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
