import { and, eq } from "drizzle-orm";
import { ask, openRun, type RunState, run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { once } from "@/server/idempotency";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import type { RunId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { announceIfFinished } from "./announce-if-finished";
import { ChangeRunInput } from "./contract";
import { lockRun, type RunRow } from "./rows";
import { hasEnded } from "./run-state";

/**
 * Stops what has not been asked yet. Calls in flight finish and are charged; the rest of the reservation is released when
 * the run closes. A run that ended already is a conflict. Idempotent by key.
 */
export async function cancelRun(input: ChangeRunInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("cancel a run"));
  const parsed = parseInput(ChangeRunInput, input);
  if (!parsed.ok) return parsed;
  const { idempotencyKey: key, runId } = parsed.value;
  const stopped = await withTenant((tx) =>
    once(tx, { key, action: "run.cancel", input: { runId } }, () => stopRun(tx, runId, "cancelled", null)),
  );
  return stopped.ok ? closeIfFinished(runId, stopped.value) : stopped;
}

/** What a run's job does when it gave up for good: the same stop, with the reason kept. */
export async function failRun(runId: RunId, failure: string): Promise<Result<void>> {
  const stopped = await withTenant((tx) => stopRun(tx, runId, "failed", failure));
  return stopped.ok ? closeIfFinished(runId, stopped.value) : stopped;
}

interface StoppedRun {
  readonly was: RunState;
}

async function stopRun(
  tx: TenantTransaction,
  runId: RunId,
  as: "cancelled" | "failed",
  failure: string | null,
): Promise<Result<StoppedRun>> {
  const found = await lockRun(tx, runId);
  if (!found) return err(notFound("run"));
  if (hasEnded(found.state))
    return err(new AppError("conflict", `This run has ended already (${found.state}).`));
  // Only a run that asks nothing yet ends at once: the others go on to their close, with nothing left to ask.
  const unreserved = found.state === "requested" || found.state === "waiting_for_credits";
  if (unreserved) await endUnreserved(tx, found, as, failure);
  const plannedAsks = found.state === "asking" ? await endPlannedAsks(tx, found, as, failure) : 0;
  await recordAudit(tx, {
    action: `run.${as}`,
    subjectType: "run",
    subjectId: runId,
    before: { state: found.state, plannedAsks },
    after: { state: unreserved ? as : found.state, plannedAsks: 0 },
    detail: { failure },
  });
  crashPoint("cancel/before-commit");
  return ok({ was: found.state });
}

/** After the commit, and again at each replay: where nothing is in flight any more the run can close now. */
async function closeIfFinished(runId: RunId, { was }: StoppedRun): Promise<Result<void>> {
  crashPoint("cancel/after-commit");
  return was === "asking" ? announceIfFinished(runId) : ok(undefined);
}

/** How many they were. */
async function endPlannedAsks(
  tx: TenantTransaction,
  found: RunRow,
  as: "cancelled" | "failed",
  failure: string | null,
): Promise<number> {
  const { rowCount } = await tx
    .update(ask)
    .set({ state: as, failure })
    .where(and(eq(ask.orgId, found.orgId), eq(ask.runId, found.id), eq(ask.state, "planned")));
  return rowCount ?? 0;
}

/** Nothing was reserved or asked yet, so there is nothing to close. */
async function endUnreserved(
  tx: TenantTransaction,
  found: RunRow,
  as: "cancelled" | "failed",
  failure: string | null,
) {
  const { orgId } = requireContext();
  await tx
    .update(run)
    .set({ state: as, failure, closedAt: new Date() })
    .where(and(eq(run.orgId, orgId), eq(run.id, found.id)));
  await tx.delete(openRun).where(and(eq(openRun.orgId, orgId), eq(openRun.runId, found.id)));
}
