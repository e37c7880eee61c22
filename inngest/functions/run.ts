import { AskId } from "@/server/kernel/id";
import { failRun, fanOutAsks, reserveRun } from "@/server/runs";
import { inngest } from "../client";
import { jobOf } from "../with-job-context";

/** Reserves the whole price and plans the asks, then announces them chunk by chunk. Without credits it waits, visibly. */
export const run = inngest.createFunction(
  {
    id: "run",
    triggers: [{ event: "run/requested" }],
    retries: 5,
    timeouts: { finish: "1h" },
    onFailure: async ({ event, runId, error }) => {
      const job = jobOf("run/requested", event.data.event.data, "run", runId);
      await job.perform((payload) => failRun(payload.runId, error.message));
    },
  },
  async ({ event, step, runId }) => {
    const job = jobOf("run/requested", event.data, "run", runId);
    const { state } = await step.run("reserve", () => job.perform((payload) => reserveRun(payload.runId)));
    if (state !== "asking") return { state };
    let last: AskId | null = null;
    for (let chunk = 1; chunk === 1 || last !== null; chunk += 1) {
      const after: AskId | null = last;
      const sent: { last: string | null } = await step.run(`fan-out-${chunk}`, () =>
        job.perform((payload) => fanOutAsks(payload.runId, after)),
      );
      last = sent.last === null ? null : AskId.parse(sent.last);
    }
    return { state };
  },
);
