import { and, desc, eq, max } from "drizzle-orm";
import { dueSchedule, panelVersion, schedule, scheduleDay } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { PanelId, PanelVersionId, ProjectId, ScheduleId } from "@/server/kernel/id";
import { nextOccurrence } from "./cadence";

export type ScheduleRow = typeof schedule.$inferSelect;

/** Locked until the transaction ends: what is decided about a schedule is decided once. Undefined: the org has none such. */
export async function lockSchedule(
  tx: TenantTransaction,
  scheduleId: ScheduleId,
): Promise<ScheduleRow | undefined> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select()
    .from(schedule)
    .where(and(eq(schedule.orgId, orgId), eq(schedule.id, scheduleId)))
    .for("no key update");
  return found;
}

/** A schedule of that project, locked. */
export async function lockInProject(
  tx: TenantTransaction,
  { projectId, scheduleId }: { readonly projectId: ProjectId; readonly scheduleId: ScheduleId },
): Promise<ScheduleRow | undefined> {
  const found = await lockSchedule(tx, scheduleId);
  return found?.projectId === projectId ? found : undefined;
}

/** The newest local day that a schedule is through with, or null. */
export async function lastDayOf(tx: TenantTransaction, scheduleId: ScheduleId): Promise<string | null> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ day: max(scheduleDay.day) })
    .from(scheduleDay)
    .where(and(eq(scheduleDay.orgId, orgId), eq(scheduleDay.scheduleId, scheduleId)));
  return found?.day ?? null;
}

/** Puts the schedule's next occurrence after the moment `after` into the directory, and returns it. */
export async function planNext(tx: TenantTransaction, row: ScheduleRow, after: Date): Promise<Date> {
  const { orgId, id: scheduleId } = row;
  const doneThrough = await lastDayOf(tx, scheduleId);
  const { at: dueAt } = nextOccurrence(row, { seed: scheduleId, after, doneThrough });
  await tx
    .insert(dueSchedule)
    .values({ orgId, scheduleId, dueAt })
    .onConflictDoUpdate({ target: [dueSchedule.orgId, dueSchedule.scheduleId], set: { dueAt } });
  return dueAt;
}

export async function forgetNext(tx: TenantTransaction, scheduleId: ScheduleId): Promise<void> {
  const { orgId } = requireContext();
  await tx
    .delete(dueSchedule)
    .where(and(eq(dueSchedule.orgId, orgId), eq(dueSchedule.scheduleId, scheduleId)));
}

/** The newest version of a panel. Throws for a panel that has none: none is made without. */
export async function newestVersion(tx: TenantTransaction, panelId: PanelId): Promise<PanelVersionId> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ id: panelVersion.id })
    .from(panelVersion)
    .where(and(eq(panelVersion.orgId, orgId), eq(panelVersion.panelId, panelId)))
    .orderBy(desc(panelVersion.version))
    .limit(1);
  if (!found) throw new Error(`panel ${panelId} has no version`);
  return found.id;
}

/** What a customer set, for the audit log. */
export function settingsOf({ engineIds, repeats, days, time, timeZone, state }: ScheduleRow) {
  return { engineIds, repeats, days, time, timeZone, state };
}
