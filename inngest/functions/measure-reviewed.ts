import { measureRun } from "@/server/reports";
import { takeMark } from "@/server/review";
import { inngest } from "../client";
import { jobOf } from "../with-job-context";

/**
 * Measures a run again after people decided about its facts: a minute after the first decision, so that a burst of them is
 * one measurement. The mark is taken away first: a decision that comes while it is measured announces the next one.
 */
export const measureReviewed = inngest.createFunction(
  {
    id: "measure-reviewed",
    triggers: [{ event: "run/reviewed" }],
    retries: 5,
    timeouts: { finish: "1h" },
    concurrency: { limit: 1, key: "event.data.runId" },
  },
  async ({ event, step, runId }) => {
    const job = jobOf("run/reviewed", event.data, "measure-reviewed", runId);
    await step.sleep("burst", "1m");
    await step.run("take-mark", () => job.perform((payload) => takeMark(payload.runId)));
    await step.run("measure", () => job.perform((payload) => measureRun(payload.runId)));
  },
);
