import { unwrap } from "@/server/kernel/result";
import { sendOutbox } from "@/server/outbox";
import { sweepRuns } from "@/server/runs";
import { inngest } from "../client";

/** Every minute: events that did not leave, and runs that stand still, through the same verbs and keys as the normal path. */
export const janitor = inngest.createFunction(
  {
    id: "janitor",
    triggers: [{ cron: "* * * * *" }],
    retries: 0,
    concurrency: { limit: 1 },
    timeouts: { finish: "10m" },
  },
  async ({ step }) => {
    await step.run("send-outbox", () => sendOutbox());
    await step.run("sweep-runs", async () => unwrap(await sweepRuns(new Date())));
  },
);
