import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { panel, schedule } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { readOwnEnvironment } from "@/server/engine-keys";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { newId, type PanelId, type ProjectId, type ScheduleId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { checkEngines } from "@/server/runs";
import { isTimeZone } from "./cadence";
import { SaveScheduleInput } from "./contract";
import { unknownZone } from "./quote-schedule";
import { planNext, type ScheduleRow, settingsOf } from "./rows";

export interface SavedSchedule {
  readonly scheduleId: ScheduleId;
  /** ISO moment of the next run. */
  readonly nextAt: string;
}

/**
 * Gives a panel its schedule, or changes the one that it has; either way it is active afterwards. A local day that had its
 * run gets no second one. Saving what is saved already changes nothing. Refused in words: an engine without a key, a time zone that nobody knows.
 */
export async function saveSchedule(input: SaveScheduleInput): Promise<Result<SavedSchedule>> {
  if (!mayActAs("member")) return err(forbidden("change schedules"));
  const parsed = parseInput(SaveScheduleInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, panelId, timeZone, ...rest } = parsed.value;
  if (!isTimeZone(timeZone)) return err(unknownZone(timeZone));
  const { orgId } = requireContext();
  return withTenant<SavedSchedule>(async (tx) => {
    if (!(await panelExists(tx, projectId, panelId))) return err(notFound("panel in this project"));
    const engines = checkEngines(rest.engineIds, await readOwnEnvironment(tx));
    if (!engines.ok) return engines;
    const wanted = { ...rest, timeZone, state: "active" as const };
    const before = await lockOfPanel(tx, panelId);
    if (before && isDeepStrictEqual(settingsOf(before), settingsOf({ ...before, ...wanted })))
      return ok({ scheduleId: before.id, nextAt: (await planNext(tx, before, new Date())).toISOString() });
    const [saved] = await tx
      .insert(schedule)
      .values({ orgId, id: newId<ScheduleId>(), projectId, panelId, ...wanted })
      .onConflictDoUpdate({ target: [schedule.orgId, schedule.panelId], set: wanted })
      .returning();
    if (!saved) throw new Error("an upsert returned no row");
    const nextAt = await planNext(tx, saved, new Date());
    await recordAudit(tx, {
      action: before ? "schedule.change" : "schedule.add",
      subjectType: "schedule",
      subjectId: saved.id,
      before: before ? settingsOf(before) : null,
      after: settingsOf(saved),
      detail: { projectId, panelId },
    });
    return ok({ scheduleId: saved.id, nextAt: nextAt.toISOString() });
  });
}

/** Locked, so that two who save at once save one after the other. */
async function panelExists(tx: TenantTransaction, projectId: ProjectId, panelId: PanelId): Promise<boolean> {
  const { orgId } = requireContext();
  const found = await tx
    .select({ id: panel.id })
    .from(panel)
    .where(and(eq(panel.orgId, orgId), eq(panel.projectId, projectId), eq(panel.id, panelId)))
    .for("no key update");
  return found.length > 0;
}

async function lockOfPanel(tx: TenantTransaction, panelId: PanelId): Promise<ScheduleRow | undefined> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select()
    .from(schedule)
    .where(and(eq(schedule.orgId, orgId), eq(schedule.panelId, panelId)))
    .for("no key update");
  return found;
}
