import { and, eq } from "drizzle-orm";
import { reviewedRun } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import type { RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";

/** Takes the mark away before the run is measured again: a decision that comes later sets it anew. For our own jobs alone. */
export async function takeMark(runId: RunId): Promise<Result<void>> {
  if ("role" in requireContext().actor) return err(forbidden("have a run measured again"));
  return withTenant<void>(async (tx) => {
    await tx
      .delete(reviewedRun)
      .where(and(eq(reviewedRun.orgId, requireContext().orgId), eq(reviewedRun.runId, runId)));
    return ok(undefined);
  });
}
