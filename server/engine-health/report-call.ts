import { withoutTenant } from "@/db/tenant";
import { logger } from "@/server/kernel/logger";
import { ok, type Result } from "@/server/kernel/result";
import { afterCall, type CallResult } from "./breaker";
import { lockStanding, writeStanding } from "./standing-rows";

/**
 * Tells all processes what one call came to: faults, and whatever a probe came to. Under the row's lock, so that faults of
 * many processes at once are all counted, and one of them opens the breaker. `fault` is the failure's kind, or null.
 */
export async function reportCall(
  engineId: string,
  result: CallResult,
  fault: string | null,
): Promise<Result<void>> {
  return withoutTenant(async (tx) => {
    const { standing, now } = await lockStanding(tx, engineId);
    const next = afterCall(standing, result, now);
    if (next !== standing) await writeStanding(tx, engineId, next, fault);
    if (next.state !== standing.state)
      logger.warn({ engineId, from: standing.state, to: next.state, fault }, "an engine's breaker moved");
    return ok(undefined);
  });
}
