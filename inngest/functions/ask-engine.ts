import { RetryAfterError } from "inngest";
import { buyAnswer, failAsk, recordAnswer } from "@/server/runs";
import { inngest } from "../client";
import { jobOf } from "../with-job-context";

/**
 * Asks of one engine, and of one org, that are under way at the same time, recording included. How many calls an engine
 * gets at a time is the engine's own limit (server/engines).
 */
const CONCURRENCY = 100;

/** Buys one answer and records it: two steps, so that what was paid for is on disk before anything reads it. */
export const askEngine = inngest.createFunction(
  {
    id: "ask-engine",
    triggers: [{ event: "ask/requested" }],
    retries: 6,
    concurrency: [
      { key: "event.data.engineId", limit: CONCURRENCY },
      { key: "event.data.orgId", limit: CONCURRENCY },
    ],
    priority: { run: "event.data.priority" },
    onFailure: async ({ event, runId, error }) => {
      const job = jobOf("ask/requested", event.data.event.data, "ask-engine", runId);
      await job.perform((payload) => failAsk(payload.askId, error.message));
    },
  },
  async ({ event, step, attempt, maxAttempts, runId }) => {
    const job = jobOf("ask/requested", event.data, "ask-engine", runId);
    const lastTry = attempt + 1 >= (maxAttempts ?? 1);
    const bought = await step.run("ask", async () => {
      const purchase = await job.perform((payload) => buyAnswer(payload.askId, lastTry));
      if (purchase.kind === "try_again") throw new RetryAfterError(purchase.why, purchase.afterMs);
      return purchase;
    });
    if (bought.kind !== "bought") return;
    // The tail of the function is as good as a last step (it is tried again, and safe to run twice) and saves a call.
    await job.perform((payload) => recordAnswer(payload.askId, bought.leaseToken));
  },
);
