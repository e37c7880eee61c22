import { failRecompute, finishRecompute, recomputeBatch } from "@/server/recompute";
import { listSeries, measureAnew, SeriesRef } from "@/server/reports";
import { fillQueue } from "@/server/review";
import { inngest } from "../client";
import { jobOf } from "../with-job-context";

/**
 * Reads a project's stored answers again, five hundred a step, then measures each of its series anew. How far it is stands
 * in the database: a step that is run twice reads what is left. Nothing is bought and nothing charged.
 */
export const recompute = inngest.createFunction(
  {
    id: "recompute",
    triggers: [{ event: "recompute/requested" }],
    retries: 5,
    timeouts: { finish: "6h" },
    concurrency: [
      { limit: 1, key: "event.data.recomputeId" },
      { limit: 1, key: "event.data.orgId" },
    ],
    onFailure: async ({ event, runId }) => {
      const job = jobOf("recompute/requested", event.data.event.data, "recompute", runId);
      await job.perform(({ recomputeId }) => failRecompute(recomputeId));
    },
  },
  async ({ event, step, runId }) => {
    const job = jobOf("recompute/requested", event.data, "recompute", runId);
    const { projectId, recomputeId } = job.payload;
    let left = true;
    for (let batch = 1; left; batch += 1) {
      const read: { left: boolean } = await step.run(`read-${batch}`, () =>
        job.perform(() => recomputeBatch(recomputeId)),
      );
      ({ left } = read);
    }
    const series = await step.run("list-series", () => job.perform(() => listSeries(projectId)));
    for (const [index, each] of series.entries())
      await step.run(`measure-${index + 1}`, () => job.perform(() => measureAnew(SeriesRef.parse(each))));
    await step.run("queue-review", () => job.perform(() => fillQueue({ projectId })));
    await step.run("finish", () => job.perform(() => finishRecompute(recomputeId)));
  },
);
