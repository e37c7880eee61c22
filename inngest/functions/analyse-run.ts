import { judgeRun, wasJudged } from "@/server/analysis";
import { AnswerId } from "@/server/kernel/id";
import { measureRun } from "@/server/reports";
import { queueRun } from "@/server/review";
import { inngest } from "../client";
import { jobOf } from "../with-job-context";

/**
 * Judges what the rules left undecided in a run that has closed, page by page, and measures it again where anything was
 * judged; then queues what people should look at. Off the way of answers and money: whatever becomes of it, the run stands as it was closed.
 */
export const analyseRun = inngest.createFunction(
  {
    id: "analyse-run",
    triggers: [{ event: "run/closed" }],
    retries: 3,
    timeouts: { finish: "2h" },
    concurrency: [
      { limit: 1, key: "event.data.runId" },
      { limit: 2, key: "event.data.orgId" },
    ],
  },
  async ({ event, step, runId }) => {
    const job = jobOf("run/closed", event.data, "analyse-run", runId);
    let last: AnswerId | null = null;
    for (let page = 1; page === 1 || last !== null; page += 1) {
      const after: AnswerId | null = last;
      const judged: { last: string | null } = await step.run(`judge-${page}`, () =>
        job.perform((payload) => judgeRun(payload.runId, after)),
      );
      last = judged.last === null ? null : AnswerId.parse(judged.last);
    }
    const changed: boolean = await step.run("was-judged", () =>
      job.perform((payload) => wasJudged(payload.runId)),
    );
    if (changed) await step.run("measure", () => job.perform((payload) => measureRun(payload.runId)));
    await step.run("queue-review", () => job.perform((payload) => queueRun(payload.runId)));
  },
);
