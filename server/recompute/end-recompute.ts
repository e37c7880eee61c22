import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { RecomputeId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { changeRecompute, isActive, lockRecompute } from "./recompute-rows";

/** Ends it once all numbers are counted anew. A second call changes nothing. For our own jobs alone. */
export async function finishRecompute(recomputeId: RecomputeId): Promise<Result<void>> {
  return end(recomputeId, null);
}

/** The error itself is with the job that gave up, for whoever runs the platform. */
const GAVE_UP = "Our server failed at the same answers six times in a row, so it gave up.";

/** Ends it as failed. What was read again stays; another start goes on with the rest. For our own jobs alone. */
export async function failRecompute(recomputeId: RecomputeId): Promise<Result<void>> {
  return end(recomputeId, GAVE_UP);
}

async function end(recomputeId: RecomputeId, failure: string | null): Promise<Result<void>> {
  if ("role" in requireContext().actor) return err(forbidden("end the reading of answers"));
  return withTenant<void>(async (tx) => {
    const found = await lockRecompute(tx, recomputeId);
    if (!found) return err(notFound("reading"));
    if (!isActive(found)) return ok(undefined);
    const state = failure !== null ? "failed" : found.stopped ? "cancelled" : "done";
    await changeRecompute(tx, recomputeId, { state, failure, endedAt: new Date() });
    await recordAudit(tx, {
      action: `recompute.${state}`,
      subjectType: "project",
      subjectId: found.projectId,
      before: { state: found.state },
      after: { state },
      detail: { recomputeId, done: found.done, total: found.total },
    });
    return ok(undefined);
  });
}
