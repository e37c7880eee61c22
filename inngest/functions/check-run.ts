import { checkPages, readStatements } from "@/server/facts";
import { measureRun } from "@/server/reports";
import { inngest } from "../client";
import { jobOf } from "../with-job-context";

/**
 * Reads what some of a closed run's answers say of the brand and holds it against the facts sheet; then looks at some of
 * the pages that they cite, and measures the run again with what they support. Off the way of answers and money: whatever becomes of it, the run stands as it was closed.
 */
export const checkRun = inngest.createFunction(
  {
    id: "check-run",
    triggers: [{ event: "run/closed" }],
    retries: 3,
    timeouts: { finish: "2h" },
    concurrency: [
      { limit: 1, key: "event.data.runId" },
      { limit: 2, key: "event.data.orgId" },
    ],
  },
  async ({ event, step, runId }) => {
    const job = jobOf("run/closed", event.data, "check-run", runId);
    let read = 1;
    for (let batch = 1; read > 0; batch += 1) {
      const done: { read: number } = await step.run(`read-statements-${batch}`, () =>
        job.perform((payload) => readStatements(payload.runId)),
      );
      ({ read } = done);
    }
    let [looked, all] = [1, 0];
    for (let batch = 1; looked > 0; batch += 1) {
      const done: { looked: number } = await step.run(`check-pages-${batch}`, () =>
        job.perform((payload) => checkPages(payload.runId)),
      );
      ({ looked } = done);
      all += looked;
    }
    if (all > 0) await step.run("measure", () => job.perform((payload) => measureRun(payload.runId)));
  },
);
