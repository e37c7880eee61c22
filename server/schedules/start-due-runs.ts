import { asc, lte } from "drizzle-orm";
import { dueSchedule } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import type { FlagRule } from "@/server/flags";
import { runInContext } from "@/server/kernel/context";
import { newId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { ok, type Result } from "@/server/kernel/result";
import { startScheduledRun } from "./start-scheduled-run";

const BATCH = 100;

/**
 * Starts the run of every schedule whose time has come at `now`, longest due first, each in its own org's context. One
 * that fails is logged and left to the next minute: it keeps no other waiting. `rules`: what is set of the flags. Returns how many it looked at.
 */
export async function startDueRuns(
  now: Date,
  rules: readonly FlagRule[] = [],
): Promise<Result<{ due: number }>> {
  const due = await withoutTenant(async (tx) =>
    ok(
      await tx
        .select()
        .from(dueSchedule)
        .where(lte(dueSchedule.dueAt, now))
        .orderBy(asc(dueSchedule.dueAt))
        .limit(BATCH),
    ),
  );
  if (!due.ok) return due;
  for (const { orgId, scheduleId, dueAt } of due.value) {
    const context = {
      orgId,
      actor: { kind: "system" as const, job: "schedule" },
      requestId: newId<string>(),
    };
    const why = await runInContext(context, async () => {
      try {
        const started = await startScheduledRun({ scheduleId, dueAt, rules }, now);
        return started.ok ? undefined : started.error;
      } catch (thrown) {
        return thrown;
      }
    });
    if (why !== undefined)
      logger.warn({ orgId, scheduleId, err: why }, "a schedule was left to the next minute");
  }
  return ok({ due: due.value.length });
}
