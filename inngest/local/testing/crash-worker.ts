import { appendFileSync } from "node:fs";
import { Inngest } from "inngest";
import pino from "pino";
import { startLocalRuntime } from "../local-runtime";

// A worker that a test kills: argv is the queue database's URL and a file, to which every execution of a step is added.
const [, , queueDatabaseUrl = "", file = ""] = process.argv;
const silent = pino({ level: "silent" });
const client = new Inngest({ id: "crash", checkpointing: false, logger: silent });
const fn = client.createFunction(
  { id: "two-steps", concurrency: { key: "event.data.lane", limit: 20 }, triggers: [{ event: "crash/run" }] },
  async ({ step, event, runId }) => {
    const note = (name: string) => appendFileSync(file, `${name} ${event.data.n} ${runId} ${process.pid}\n`);
    await step.run("one", async () => {
      note("one");
      await new Promise((resolve) => setTimeout(resolve, 3));
    });
    await step.run("two", () => note("two"));
  },
);
const runtime = await startLocalRuntime({
  queueDatabaseUrl,
  functions: [fn],
  client,
  concurrency: 30,
  logger: pino({ level: "error" }, pino.destination(2)),
});
process.stdout.write(`${JSON.stringify(runtime.senderEnv)}\n`);
