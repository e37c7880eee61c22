import { RetryAfterError } from "inngest";
import { buyAnswer, failAsk, recordAnswer } from "@/server/runs";
import { inngest } from "../client";
import { jobOf } from "../with-job-context";

/**
 * Asks of one engine, and of one org, that are under way at the same time, recording included. How many calls an engine
 * gets at a time is the engine's own limit (server/engines).
 */
const CONCURRENCY = 100;

/**
 * More than the function has: both steps run in one call and are told together at its end, which saves two calls of three.
 * What is lost with a worker that dies between them is only the memo of the first; the raw body stands, so nothing is
 * bought again.
 */
const BUFFERED_STEPS = 10;

/** Buys one answer and records it: two steps, so that what was paid for is on disk before anything reads it. */
export const askEngine = inngest.createFunction(
  {
    id: "ask-engine",
    triggers: [{ event: "ask/requested" }],
    retries: 6,
    timeouts: { finish: "2h" },
    concurrency: [
      { key: "event.data.engineId", limit: CONCURRENCY },
      { key: "event.data.orgId", limit: CONCURRENCY },
    ],
    checkpointing: { bufferedSteps: BUFFERED_STEPS, maxRuntime: "10m" },
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
    await step.run("record", () => job.perform((payload) => recordAnswer(payload.askId, bought.leaseToken)));
  },
);
