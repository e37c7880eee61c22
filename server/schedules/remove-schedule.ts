import { and, eq } from "drizzle-orm";
import { schedule } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { ChangeScheduleInput } from "./contract";
import { forgetNext, lockInProject, settingsOf } from "./rows";

/** Takes a panel's schedule away with the list of its days. Its runs and their answers stay. */
export async function removeSchedule(input: ChangeScheduleInput): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("change schedules"));
  const parsed = parseInput(ChangeScheduleInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, scheduleId } = parsed.value;
  return withTenant<void>(async (tx) => {
    const found = await lockInProject(tx, parsed.value);
    if (!found) return err(notFound("schedule"));
    await forgetNext(tx, scheduleId);
    await tx
      .delete(schedule)
      .where(and(eq(schedule.orgId, requireContext().orgId), eq(schedule.id, scheduleId)));
    await recordAudit(tx, {
      action: "schedule.remove",
      subjectType: "schedule",
      subjectId: scheduleId,
      before: settingsOf(found),
      after: null,
      detail: { projectId, panelId: found.panelId },
    });
    return ok(undefined);
  });
}
