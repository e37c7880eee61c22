import { and, eq } from "drizzle-orm";
import { run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { readEngineNotes } from "@/server/engine-health";
import { readOwnEnvironment } from "@/server/engine-keys";
import { once } from "@/server/idempotency";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { newId, type RunId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, type Result } from "@/server/kernel/result";
import { sendOutboxSoon } from "@/server/outbox";
import { ChangeRunInput } from "./contract";
import { dispatchRun, type RequestedRun } from "./dispatch-run";
import { planRetry, type RetryPlan, readRetryable } from "./plan-retry";
import { currentPriceVersion } from "./price-grid";
import { lockRun, type RunRow } from "./rows";
import { hasEnded } from "./run-state";
import { simulatedMoment } from "./simulated-moment";

/**
 * Asks the failed and orphaned asks of an ended run again, and only these: a new run, linked to the earlier one, at today's
 * price. Refuses when there is nothing to ask again, when the run is still open, when it was retried already (conflict,
 * details: retryRunId), and what the wallet can't pay. Idempotent by key; the earlier run's lock makes one retry of any
 * number of requests under keys of their own.
 */
export async function retryRun(input: ChangeRunInput): Promise<Result<RequestedRun>> {
  if (!mayActAs("member")) return err(forbidden("retry a run"));
  const parsed = parseInput(ChangeRunInput, input);
  if (!parsed.ok) return parsed;
  const { idempotencyKey: key, runId } = parsed.value;
  const result = await withTenant((tx) =>
    once(tx, { key, action: "run.retry", input: { runId } }, () => startRetry(tx, runId)),
  );
  if (result.ok) await sendOutboxSoon();
  return result;
}

async function startRetry(tx: TenantTransaction, runId: RunId): Promise<Result<RequestedRun>> {
  const earlier = await lockRun(tx, runId);
  if (!earlier) return err(notFound("run"));
  const plan = await checkRetry(tx, earlier);
  return plan.ok ? insertRetry(tx, earlier, plan.value) : plan;
}

async function checkRetry(tx: TenantTransaction, earlier: RunRow): Promise<Result<RetryPlan>> {
  if (earlier.kind === "import") {
    return err(new AppError("invalid_input", "An import asked nothing, so nothing can be asked again."));
  }
  if (!hasEnded(earlier.state)) {
    return err(new AppError("conflict", "This run is still open. Wait for its end, or cancel it."));
  }
  const [retry] = await tx
    .select({ id: run.id, requestedAt: run.requestedAt })
    .from(run)
    .where(and(eq(run.orgId, earlier.orgId), eq(run.retryOf, earlier.id)));
  if (retry) return err(retriedAlready(retry.id, retry.requestedAt));
  const retryable = await readRetryable(tx, earlier.id);
  if (retryable.length === 0) {
    return err(new AppError("invalid_input", "No ask of this run failed: there is nothing to ask again."));
  }
  const [environment, notes] = [await readOwnEnvironment(tx), await readEngineNotes(tx)];
  return planRetry(earlier, retryable, { environment, notes });
}

async function insertRetry(
  tx: TenantTransaction,
  earlier: RunRow,
  { asks, grid, credits }: RetryPlan,
): Promise<Result<RequestedRun>> {
  const { orgId } = requireContext();
  const runId = newId<RunId>();
  const priceVersion = await currentPriceVersion(tx);
  await tx.insert(run).values({
    orgId,
    id: runId,
    projectId: earlier.projectId,
    panelVersionId: earlier.panelVersionId,
    kind: "ask",
    state: "requested",
    grid,
    repeats: earlier.repeats,
    priceVersion,
    priceCredits: credits,
    sandbox: earlier.sandbox,
    retryOf: earlier.id,
    observedAt: simulatedMoment(earlier) ?? new Date(),
  });
  const detail = { retryOf: earlier.id, asks, priceVersion };
  return dispatchRun(tx, { runId, credits, whenUnpaid: "refuse", action: "run.retry", detail });
}

function retriedAlready(retryRunId: RunId, requestedAt: Date): AppError {
  const when = `${requestedAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return new AppError(
    "conflict",
    `The failed asks of this run were asked again already, by the run of ${when} (${retryRunId}).`,
    { retryRunId },
  );
}
