import { and, eq } from "drizzle-orm";
import { openRun, type RunState, run } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { countRunCosts } from "@/server/ceiling";
import { releaseReservation } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import { AppError, notFound } from "@/server/kernel/errors";
import type { RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { announce, sendOutboxSoon } from "@/server/outbox";
import { countAsks, lockRun } from "./rows";
import { endStateOf, hasEnded, mayBecome } from "./run-state";

/** Step *begin closing*: from asking to closing, once no ask is planned or claimed. `ready` false: it is not time yet. */
export async function beginClosing(runId: RunId): Promise<Result<{ ready: boolean }>> {
  const { orgId } = requireContext();
  const closing = await withTenant<{ ready: boolean }>(async (tx) => {
    const found = await lockRun(tx, runId);
    if (!found) return err(notFound("run"));
    if (found.state === "closing") return ok({ ready: true });
    if (!mayBecome(found.state, "closing")) return ok({ ready: false });
    const asks = await countAsks(tx, runId);
    if (asks.planned + asks.claimed > 0) return ok({ ready: false });
    await tx
      .update(run)
      .set({ state: "closing" })
      .where(and(eq(run.orgId, orgId), eq(run.id, runId)));
    crashPoint("close/before-commit");
    return ok({ ready: true });
  });
  crashPoint("close/after-commit");
  return closing;
}

/** Step *release*, the credit refund: what was reserved and not settled goes back, once. Imports reserved nothing. */
export async function releaseRun(runId: RunId): Promise<Result<{ released: number }>> {
  const released = await withTenant<{ released: number }>(async (tx) => {
    const found = await lockRun(tx, runId);
    if (!found) return err(notFound("run"));
    if (found.reservationId === null) return ok({ released: 0 });
    const release = await releaseReservation(tx, { reservationId: found.reservationId });
    crashPoint("release/before-commit");
    return release;
  });
  crashPoint("release/after-commit");
  return released;
}

/**
 * Step *finish*: the state that the asks earned, the run leaves the janitor's directory, and what it cost us is counted. Safe
 * to run twice.
 */
export async function finishRun(runId: RunId): Promise<Result<{ state: RunState }>> {
  const { orgId } = requireContext();
  const finished = await withTenant(async (tx) => {
    const found = await lockRun(tx, runId);
    if (!found) return err(notFound("run"));
    if (hasEnded(found.state)) return ok({ state: found.state });
    const state = endStateOf(await countAsks(tx, runId));
    if (!mayBecome(found.state, state))
      return err(new AppError("conflict", `A run that is ${found.state} can't end.`));
    await tx
      .update(run)
      .set({ state, closedAt: new Date() })
      .where(and(eq(run.orgId, orgId), eq(run.id, runId)));
    await tx.delete(openRun).where(and(eq(openRun.orgId, orgId), eq(openRun.runId, runId)));
    await announce(tx, "run/closed", { orgId, runId }, `run-closed:${runId}`);
    await countRunCosts(tx, runId);
    crashPoint("finish/before-commit");
    return ok({ state });
  });
  crashPoint("finish/after-commit");
  if (finished.ok) await sendOutboxSoon();
  return finished;
}
