import { holdStatements } from "@/server/facts";
import { inngest } from "../client";
import { jobOf } from "../with-job-context";

/**
 * Holds a brand's statements against its facts again after somebody changed them: some seconds after the first change, so
 * that a burst of them is mostly one pass. It reads the sheet as it is then: what comes later announces the next one.
 */
export const holdAgain = inngest.createFunction(
  {
    id: "hold-again",
    triggers: [{ event: "facts/changed" }],
    retries: 3,
    timeouts: { finish: "1h" },
    concurrency: { limit: 1, key: "event.data.brandId" },
  },
  async ({ event, step, runId }) => {
    const job = jobOf("facts/changed", event.data, "hold-again", runId);
    await step.sleep("burst", "3s");
    let held = 1;
    for (let batch = 1; held > 0; batch += 1) {
      const done: { held: number } = await step.run(`hold-${batch}`, () =>
        job.perform((payload) => holdStatements(payload.brandId)),
      );
      ({ held } = done);
    }
  },
);
