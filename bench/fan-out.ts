// Wall time of 1,500 asks at 200 ms engine latency and concurrency 50, through everything: reserve, fan out, claim, real
// HTTP to the sandbox, record, settle, close. Ratio against the ideal of asks / concurrency × latency (6.0 s).
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { startEmbedded } from "@/db/embedded";
import { cloneDatabase, provisionTemplate } from "@/db/provision";
import { withTenant } from "@/db/tenant";
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

const { values } = parseArgs({
  options: { asks: { type: "string", default: "1500" }, latency: { type: "string", default: "200" } },
});
const ASKS = Number(values.asks);
const LATENCY_MS = Number(values.latency);
const CONCURRENCY = 50;

const server = await startEmbedded(`test-fan-out-${process.pid}`);
await cloneDatabase(server, await provisionTemplate(server), "fan_out");
const sandbox = await startChild("scripts/sandbox.ts", ["--latency", String(LATENCY_MS)], {});
const env = {
  DATABASE_URL: server.url("citestreak_app", "fan_out"),
  QUEUE_DATABASE_URL: server.url("citestreak_queue", "fan_out"),
  ENGINE_SANDBOX_URL: sandbox.url,
  INNGEST_EVENT_KEY: "bench",
};
const worker = await startChild("scripts/worker.ts", [], env);
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
const { seconds, spent } = await runInContext({ orgId, actor, requestId: randomUUID() }, async () => {
  const ref = { type: "org", id: orgId };
  const grant = {
    amount: ASKS * 10,
    source: "grant",
    kind: "grant",
    idemKey: "bench",
    expiresAt: null,
    ref,
  } as const;
  unwrap(await withTenant((tx) => grantCredits(tx, grant)));
  const own = { name: "Halvorn", domains: ["halvorn.example"] };
  const rivals = ["Verticore", "Nordaka"].map((name) => ({ name }));
  const { projectId } = unwrap(await createProject({ workspaceId, name: "Bench", own, rivals }));
  const prompts = Array.from({ length: ASKS / 10 }, (_, index) => ({
    text: `Which standing desk is number ${index}?`,
  }));
  const { panelVersionId } = unwrap(await savePanel({ projectId, name: "Bench", prompts }));
  const before = await clocks();
  const began = performance.now();
  const request = { projectId, panelVersionId, engineIds: ["chatgpt"], repeats: 10, idempotencyKey: "bench" };
  const { runId } = unwrap(await requestRun(request));
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const run = unwrap(await getRun(runId));
    if (!hasEnded(run.state)) continue;
    console.log(`${run.state}: ${JSON.stringify(run.asks)}, credits ${JSON.stringify(run.credits)}`);
    const seconds = (performance.now() - began) / 1000;
    const after = await clocks();
    return {
      seconds,
      spent: {
        worker: after.worker - before.worker,
        sandbox: after.sandbox - before.sandbox,
        Postgres: after.Postgres - before.Postgres,
      },
    };
  }
});
const { inFlightMax } = z
  .object({ inFlightMax: z.int() })
  .parse(await (await fetch(`${sandbox.url}/__sandbox/log`)).json());
const ideal = ((ASKS / CONCURRENCY) * LATENCY_MS) / 1000;
console.log(`${ASKS} asks at ${LATENCY_MS} ms, at most ${inFlightMax} in flight: ${seconds.toFixed(1)} s`);
console.log(`ideal ${ideal.toFixed(1)} s, ratio ${(seconds / ideal).toFixed(2)}`);
console.log(
  `processor time: ${Object.entries(spent)
    .map(([who, time]) => `${who} ${time.toFixed(1)} s`)
    .join(", ")}`,
);
await worker.stop();
await sandbox.stop();
await pool.end();
await server.stop();
process.exit(0);
