import pino from "pino";
import { functions, inngest, moneyFunctions } from "@/inngest";
import { startLocalRuntime } from "@/inngest/local";
import { boot } from "@/server/boot";
import { runInContext } from "@/server/kernel/context";
import { crashHook } from "@/server/kernel/crash-hook";
import { env } from "@/server/kernel/env";
import type { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { sendOutbox } from "@/server/outbox";
import { cancelRun, requestRun, sweepRuns } from "@/server/runs";
import { haveLessPatience } from "@/server/runs/patience";
import { CrashOrder, type CrashPlan, type CrashReport, IMPATIENCE } from "./crash-order";

// A process of a crash test: loads the product, waits for its order, and dies by its own hand where the order says so.
haveLessPatience(IMPATIENCE);
const actor = { kind: "system" as const, job: "crash-test" };
const say = (report: CrashReport) => process.send?.(report);

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

function follow(plan: CrashPlan | null): void {
  if (plan === null) return;
  let passed = 0;
  crashHook.reached = (point) => {
    if (point !== plan.point) return;
    passed += 1;
    if (passed !== plan.passing) return;
    if (plan.afterMs === 0) die();
    else setTimeout(die, plan.afterMs);
  };
}

async function work(order: Extract<CrashOrder, { role: "worker" }>): Promise<void> {
  const runtime = await startLocalRuntime({
    queueDatabaseUrl: env.QUEUE_DATABASE_URL ?? "",
    functions,
    client: inngest,
    concurrency: 20,
    separateQueues: [{ name: "money", functions: moneyFunctions, concurrency: 5 }],
    retryDelay: () => 100,
    logger: pino({ level: "fatal" }, pino.destination(2)),
  });
  if (order.sweepMs > 0) void sweepEvery(order.sweepMs);
  say({ did: "listen", with: runtime.url });
}

/** The janitor's two verbs, more often than its cron. */
async function sweepEvery(ms: number): Promise<never> {
  for (;;) {
    await sendOutbox().catch(() => 0);
    await sweepRuns(new Date());
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

async function obey(order: CrashOrder): Promise<void> {
  follow(order.plan);
  if (order.role === "worker") return work(order);
  const asOrg = <T>(orgId: OrgId, verb: () => Promise<T>) =>
    runInContext({ orgId, actor, requestId: "crash-test" }, verb);
  if (order.role === "requester") {
    const { runId } = unwrap(await asOrg(order.orgId, () => requestRun(order.request)));
    say({ did: "request", with: runId });
  } else {
    const cancelled = await asOrg(order.orgId, () =>
      cancelRun({ runId: order.runId, idempotencyKey: `cancel-${order.runId}` }),
    );
    say({ did: "cancel", with: cancelled.ok ? "cancelled" : cancelled.error.code });
  }
}

await boot({ connections: 8 });
process.once("message", (message) => void obey(CrashOrder.parse(message)));
process.once("disconnect", die);
say({ did: "load", with: "" });
