/**
 * Asks of six engines, evenly, at most 50 in flight, through everything: reserve, fan out, claim, real HTTP to the sandbox,
 * record, settle, close. Its wall time over the ideal of asks / 50 × latency (6.0 s for 1,500 at 200 ms), where processor
 * time goes, and how the worker's memory grows.
 *   node scripts/bootstrap.mjs bench/fan-out.ts [--asks 1500] [--latency 200] [--engines chatgpt,gemini] [--round-trips]
 * `--asks 20000 --latency 20` shows memory. `--round-trips` counts those to Postgres, through a relay that takes time itself.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { startEmbedded } from "@/db/embedded";
import { cloneDatabase, provisionTemplate } from "@/db/provision";
import { withTenant } from "@/db/tenant";
import { openRoundTripRelay } from "@/db/testing/round-trip-relay";
import { inngest } from "@/inngest";
import { pointClientAt } from "@/inngest/local";
import { startChild } from "@/scripts/demo/child-service";
import { boot } from "@/server/boot";
import { grantCredits } from "@/server/credits";
import { runInContext } from "@/server/kernel/context";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { savePanel } from "@/server/panels";
import { createProject } from "@/server/projects";
import { getRun, hasEnded, requestRun } from "@/server/runs";
import { processorSeconds, serverSeconds } from "./processor-time";
import { watchMemory } from "./resident-memory";

const { values } = parseArgs({
  options: {
    asks: { type: "string", default: "1500" },
    latency: { type: "string", default: "200" },
    engines: { type: "string", default: "chatgpt,gemini,claude,perplexity,grok,google_ai_overviews" },
    "round-trips": { type: "boolean", default: false },
  },
});
const engineIds = values.engines.split(",");
const LATENCY_MS = Number(values.latency);
const IN_FLIGHT = 50;
const REPEATS = 10;
/** Credits that an answer costs at most. */
const DEAREST = 10;
const prompts = Array.from(
  { length: Math.ceil(Number(values.asks) / engineIds.length / REPEATS) },
  (_, index) => ({
    text: `Which standing desk is number ${index}?`,
  }),
);
const asks = prompts.length * engineIds.length * REPEATS;

const server = await startEmbedded(`test-fan-out-${process.pid}`);
await cloneDatabase(server, await provisionTemplate(server), "fan_out");
const relay = values["round-trips"] ? await openRoundTripRelay(server.url("postgres", "postgres")) : null;
const sandbox = await startChild("scripts/sandbox.ts", ["--latency", String(LATENCY_MS)], {});
const env = {
  DATABASE_URL: server.url("citestreak_app", "fan_out"),
  QUEUE_DATABASE_URL: server.url("citestreak_queue", "fan_out"),
  ENGINE_SANDBOX_URL: sandbox.url,
  INNGEST_EVENT_KEY: "bench",
  ...sharesOf(IN_FLIGHT),
};
const worker = await startChild("scripts/worker.ts", [], {
  ...env,
  ...(relay && {
    DATABASE_URL: relay.through(env.DATABASE_URL),
    QUEUE_DATABASE_URL: relay.through(env.QUEUE_DATABASE_URL),
  }),
});
Object.assign(process.env, env);
pointClientAt(inngest, { url: worker.url, eventKey: env.INNGEST_EVENT_KEY });

const pool = await boot({ databaseUrl: env.DATABASE_URL });
const connection = await pool.connect();
const [backend] = (await connection.query("select pg_backend_pid() as pid")).rows;
connection.release();
const clocks = async () => ({
  worker: await processorSeconds(worker.process.pid),
  sandbox: await processorSeconds(sandbox.process.pid),
  Postgres: await serverSeconds(Number(backend?.pid)),
});
const actor = { kind: "system" as const, job: "bench" };
const { orgId, workspaceId } = unwrap(await createOrg({ name: "Bench", planId: "team" }, actor, "bench"));
await runInContext({ orgId, actor, requestId: randomUUID() }, async () => {
  const ref = { type: "org", id: orgId };
  const lot = { amount: asks * DEAREST, idemKey: "bench", expiresAt: null, ref };
  unwrap(await withTenant((tx) => grantCredits(tx, { ...lot, source: "grant", kind: "grant" })));
  const own = { name: "Halvorn", domains: ["halvorn.example"] };
  const rivals = ["Verticore", "Nordaka"].map((name) => ({ name }));
  const { projectId } = unwrap(await createProject({ workspaceId, name: "Bench", own, rivals }));
  const { panelVersionId } = unwrap(await savePanel({ projectId, name: "Bench", prompts }));
  const [before, tripsBefore] = [await clocks(), relay?.count() ?? 0];
  const memory = watchMemory(worker.process.pid);
  const began = performance.now();
  const request = { projectId, panelVersionId, engineIds, repeats: REPEATS, idempotencyKey: "bench" };
  await ended(unwrap(await requestRun(request)).runId);
  const seconds = (performance.now() - began) / 1000;
  const after = await clocks();
  const ideal = ((asks / IN_FLIGHT) * LATENCY_MS) / 1000;
  console.log(
    `${asks} asks at ${LATENCY_MS} ms, at most ${await inFlightMax()} in flight: ${seconds.toFixed(1)} s`,
  );
  console.log(`ideal ${ideal.toFixed(1)} s, ratio ${(seconds / ideal).toFixed(2)}`);
  const who = ["worker", "Postgres", "sandbox"] as const;
  const spent = who.map((name) => {
    const total = after[name] - before[name];
    return `${name} ${total.toFixed(1)} s (${((total / asks) * 1000).toFixed(2)} ms an ask)`;
  });
  console.log(`processor time: ${spent.join(", ")}`);
  if (relay) console.log(`round trips: ${((relay.count() - tripsBefore) / asks).toFixed(2)} an ask`);
  console.log(memory.end());
});
await worker.stop();
await sandbox.stop();
await pool.end();
await server.stop();
process.exit(0);

/** Each engine's part of `calls` in flight: together they are never more. */
function sharesOf(calls: number): Record<string, string> {
  const [each, more] = [Math.floor(calls / engineIds.length), calls % engineIds.length];
  return Object.fromEntries(
    engineIds.map((id, index) => [
      `${id.toUpperCase()}_CALLS_IN_FLIGHT`,
      String(each + (index < more ? 1 : 0)),
    ]),
  );
}

async function ended(runId: Parameters<typeof getRun>[0]): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const run = unwrap(await getRun(runId));
    if (!hasEnded(run.state)) continue;
    console.log(`${run.state}: ${JSON.stringify(run.asks)}, credits ${JSON.stringify(run.credits)}`);
    return;
  }
}

/** As the sandbox saw it. */
async function inFlightMax(): Promise<number> {
  const log = await (await fetch(`${sandbox.url}/__sandbox/log`)).json();
  return z.object({ inFlightMax: z.int() }).parse(log).inFlightMax;
}
