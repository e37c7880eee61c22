import { and, desc, eq } from "drizzle-orm";
import { scheduleDay } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { mayActAs, requireContext } from "@/server/kernel/context";
import type { ScheduleId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { engineLabel } from "@/server/runs";
import { nextOccurrence } from "./cadence";
import { ListSchedulesInput, type ScheduleDayDto, type ScheduleDto, type SchedulesDto } from "./contract";
import { creditsAMonth, forecastCredits, type PricedSchedule, readPriced } from "./priced-schedules";

const LATELY = 7;

/**
 * The schedules of a project with what they cost and what became of their last days; for every role. How long the credits
 * last looks at all active schedules of the org, which spend the same credits.
 */
export async function listSchedules(input: ListSchedulesInput): Promise<Result<SchedulesDto>> {
  const parsed = parseInput(ListSchedulesInput, input);
  if (!parsed.ok) return parsed;
  return withTenant<SchedulesDto>(async (tx) => {
    const now = new Date();
    const all = await readPriced(tx);
    const schedules: ScheduleDto[] = [];
    for (const each of all)
      if (each.row.projectId === parsed.value.projectId) schedules.push(await withDays(tx, each, now));
    const active = all.filter(({ row }) => row.state === "active");
    return ok({ schedules, ...(await forecastCredits(tx, active, now)), mayChange: mayActAs("member") });
  });
}

async function withDays(tx: TenantTransaction, priced: PricedSchedule, now: Date): Promise<ScheduleDto> {
  const { row, panelName, creditsARun, doneThrough } = priced;
  const { id: scheduleId, panelId, engineIds, repeats, days, time, timeZone } = row;
  const paused = row.state === "paused";
  const next = nextOccurrence(row, { seed: scheduleId, after: now, doneThrough });
  return {
    scheduleId,
    panelId,
    panelName,
    engines: engineIds.map((engineId) => ({ engineId, label: engineLabel(engineId) })),
    repeats,
    days,
    time,
    timeZone,
    paused,
    nextAt: paused ? null : next.at.toISOString(),
    creditsARun,
    creditsAMonth: creditsAMonth(creditsARun, row),
    lately: await readLately(tx, scheduleId),
  };
}

async function readLately(tx: TenantTransaction, scheduleId: ScheduleId): Promise<ScheduleDayDto[]> {
  const { orgId } = requireContext();
  const rows = await tx
    .select({
      day: scheduleDay.day,
      plannedAt: scheduleDay.plannedAt,
      runId: scheduleDay.runId,
      why: scheduleDay.why,
    })
    .from(scheduleDay)
    .where(and(eq(scheduleDay.orgId, orgId), eq(scheduleDay.scheduleId, scheduleId)))
    .orderBy(desc(scheduleDay.day))
    .limit(LATELY);
  return rows.map((each) => ({ ...each, plannedAt: each.plannedAt.toISOString() }));
}
