import { and, eq } from "drizzle-orm";
import { ask, openRun, run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import type { RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { announceIfFinished } from "./announce-if-finished";
import { lockRun, type RunRow } from "./rows";
import { hasEnded } from "./run-state";

/**
 * Stops what has not been asked yet. Calls in flight finish and are charged; the rest of the reservation is released when
 * the run closes. A run that ended already is a conflict.
 */
export async function cancelRun(runId: RunId): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("cancel a run"));
  return stopRun(runId, "cancelled", null);
}

/** What a run's job does when it gave up for good: the same stop, with the reason kept. */
export async function failRun(runId: RunId, failure: string): Promise<Result<void>> {
  return stopRun(runId, "failed", failure);
}

async function stopRun(
  runId: RunId,
  as: "cancelled" | "failed",
  failure: string | null,
): Promise<Result<void>> {
  const stopped = await withTenant(async (tx) => {
    const found = await lockRun(tx, runId);
    if (!found) return err(notFound("run"));
    if (hasEnded(found.state))
      return err(new AppError("conflict", `This run has ended already (${found.state}).`));
    if (found.state === "asking") await endPlannedAsks(tx, found, as, failure);
    if (found.state === "requested" || found.state === "waiting_for_credits")
      await endUnreserved(tx, found, as, failure);
    await recordAudit(tx, { action: `run.${as}`, subjectType: "run", subjectId: runId, detail: { failure } });
    return ok(found.state);
  });
  if (!stopped.ok) return stopped;
  return stopped.value === "asking" ? announceIfFinished(runId) : ok(undefined);
}

async function endPlannedAsks(
  tx: TenantTransaction,
  found: RunRow,
  as: "cancelled" | "failed",
  failure: string | null,
) {
  await tx
    .update(ask)
    .set({ state: as, failure })
    .where(and(eq(ask.orgId, found.orgId), eq(ask.runId, found.id), eq(ask.state, "planned")));
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
