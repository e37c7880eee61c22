// Runs the durable functions on this machine: the local runtime, with its state in Postgres. Prints {"url"} when ready.
import { functions, inngest, moneyFunctions } from "@/inngest";
import { startLocalRuntime } from "@/inngest/local";
import { boot } from "@/server/boot";
import { logger } from "@/server/kernel/logger";
import { endOnUncaught, ownProcessLog } from "@/server/kernel/process-log";

ownProcessLog();
endOnUncaught();

// The SDK reads the whole environment on every call; a plain copy of it costs a fortieth of the live one.
process.env = { ...process.env };

const queueDatabaseUrl = process.env.QUEUE_DATABASE_URL;
if (!queueDatabaseUrl) throw new Error("QUEUE_DATABASE_URL is not set: the URL of the role citestreak_queue");

const pool = await boot({ connections: 12 });
const port = Number(process.env.WORKER_PORT ?? 0);
const runtime = await startLocalRuntime({
  queueDatabaseUrl,
  functions,
  client: inngest,
  port,
  concurrency: 100,
  separateQueues: [{ name: "money", functions: moneyFunctions, concurrency: 10 }],
  logger,
});
console.log(JSON.stringify({ url: runtime.url }));

const stop = () =>
  void runtime
    .stop()
    .then(() => pool.end())
    .then(() => process.exit(0));
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
