import { and, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { engineHealth } from "@/db/schema";
import { getEngine } from "@/server/engines";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { pausedWords } from "./health-words";

/** Refuses with engine_unavailable, in the operator's words, when one of these engines is paused now. */
export async function checkPauses(tx: Database, engineIds: readonly string[]): Promise<Result<void>> {
  const [paused] = await tx
    .select({ engineId: engineHealth.engineId, reason: engineHealth.pausedReason })
    .from(engineHealth)
    .where(and(inArray(engineHealth.engineId, [...engineIds]), isNotNull(engineHealth.pausedReason)))
    .limit(1);
  if (!paused?.reason) return ok(undefined);
  const words = pausedWords(getEngine(paused.engineId).label, paused.reason);
  return err(new AppError("engine_unavailable", words));
}
