import { FlagRule, readFlagRules } from "@/server/flags";
import { unwrap } from "@/server/kernel/result";
import { startDueRuns } from "@/server/schedules";
import { inngest } from "../client";

/** Every minute: the runs whose schedules' time has come. What a minute doesn't reach is due in the next. */
export const startSchedules = inngest.createFunction(
  {
    id: "start-schedules",
    triggers: [{ cron: "* * * * *" }],
    retries: 0,
    concurrency: { limit: 1 },
    timeouts: { finish: "10m" },
  },
  async ({ step }) => {
    // Read once and kept: a try again decides by the same.
    const rules = FlagRule.array().parse(await step.run("read-flags", () => readFlagRules()));
    await step.run("start-due-runs", async () => unwrap(await startDueRuns(new Date(), rules)));
  },
);
