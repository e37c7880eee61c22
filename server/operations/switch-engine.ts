import { operatorAction } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { setPause } from "@/server/engine-health";
import { findEngine } from "@/server/engines";
import { AppError, notFound } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import type { Operator } from "./enter-operations";

/** Pauses (with a reason) or resumes (null) an engine, and puts who did it on record, in one transaction. */
export async function switchEngine(
  { userId, requestId }: Operator,
  engineId: string,
  reason: string | null,
): Promise<Result<void>> {
  const engine = findEngine(engineId);
  if (!engine) return err(notFound("engine"));
  const action = reason === null ? "engine.resume" : "engine.pause";
  return withoutTenant(async (tx) => {
    if (!(await setPause(tx, engineId, reason)))
      return err(new AppError("conflict", `${engine.label} stands so already.`));
    await tx
      .insert(operatorAction)
      .values({ userId, action, subjectId: engineId, detail: { reason }, requestId });
    return ok(undefined);
  });
}
