import { measureRun } from "@/server/reports";
import { beginClosing, finishRun, releaseRun } from "@/server/runs";
import { inngest } from "../client";
import { jobOf } from "../with-job-context";

/** Ends a run whose asks have all ended: the refund of what was not spent, then the numbers, then the state it earned. */
export const closeRun = inngest.createFunction(
  {
    id: "close-run",
    triggers: [{ event: "run/asks.finished" }],
    retries: 5,
    timeouts: { finish: "1h" },
    concurrency: { limit: 1, key: "event.data.runId" },
  },
  async ({ event, step, runId }) => {
    const job = jobOf("run/asks.finished", event.data, "close-run", runId);
    const { ready } = await step.run("begin-closing", () =>
      job.perform((payload) => beginClosing(payload.runId)),
    );
    if (!ready) return;
    await step.run("release", () => job.perform((payload) => releaseRun(payload.runId)));
    await step.run("measure", () => job.perform((payload) => measureRun(payload.runId)));
    await step.run("finish", () => job.perform((payload) => finishRun(payload.runId)));
  },
);
