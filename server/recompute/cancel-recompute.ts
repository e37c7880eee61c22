import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { RecomputeProjectInput } from "./contract";
import { changeRecompute, lockActive } from "./recompute-rows";

/**
 * Stops the one that is going on after the answers that it is at. What was read again stays, and the numbers are counted
 * from what is there then. Stopping twice changes nothing; refused once nothing is read any more.
 */
export async function cancelRecompute(input: RecomputeProjectInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("stop reading answers again"));
  const parsed = parseInput(RecomputeProjectInput, input);
  if (!parsed.ok) return parsed;
  const { projectId } = parsed.value;
  return withTenant<void>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const active = await lockActive(tx, projectId);
    if (active?.stopped) return ok(undefined);
    if (!active || active.state === "measuring")
      return err(new AppError("conflict", "No answers are being read again: there is nothing to stop."));
    await changeRecompute(tx, active.id, { state: "measuring", stopped: true });
    await recordAudit(tx, {
      action: "recompute.cancel",
      subjectType: "project",
      subjectId: projectId,
      before: { stopped: false },
      after: { stopped: true },
      detail: { recomputeId: active.id, done: active.done, total: active.total },
    });
    return ok(undefined);
  });
}
