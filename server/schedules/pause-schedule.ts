import { and, eq } from "drizzle-orm";
import { schedule } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { ChangeScheduleInput } from "./contract";
import { forgetNext, lockInProject, planNext, type ScheduleRow } from "./rows";

/** Starts nothing by itself any more, until it is resumed; runs that are under way go on. Pausing twice changes nothing. */
export async function pauseSchedule(input: ChangeScheduleInput): Promise<Result<void>> {
  return setState(input, "paused", async (tx, row) => forgetNext(tx, row.id));
}

/** Goes on with the next occurrence from now; what was missed meanwhile isn't made up for. */
export async function resumeSchedule(input: ChangeScheduleInput): Promise<Result<void>> {
  return setState(input, "active", (tx, row) => planNext(tx, row, new Date()));
}

async function setState(
  input: ChangeScheduleInput,
  state: ScheduleRow["state"],
  plan: (tx: TenantTransaction, row: ScheduleRow) => Promise<unknown>,
): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("change schedules"));
  const parsed = parseInput(ChangeScheduleInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, scheduleId } = parsed.value;
  return withTenant<void>(async (tx) => {
    const found = await lockInProject(tx, parsed.value);
    if (!found) return err(notFound("schedule"));
    if (found.state === state) return ok(undefined);
    await tx
      .update(schedule)
      .set({ state })
      .where(and(eq(schedule.orgId, requireContext().orgId), eq(schedule.id, scheduleId)));
    await plan(tx, found);
    await recordAudit(tx, {
      action: state === "paused" ? "schedule.pause" : "schedule.resume",
      subjectType: "schedule",
      subjectId: scheduleId,
      before: { state: found.state },
      after: { state },
      detail: { projectId },
    });
    return ok(undefined);
  });
}
