import { and, asc, eq, sql } from "drizzle-orm";
import { panel, panelVersion, prompt, schedule, scheduleDay } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { readBalance } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { creditsOfRun, WEEKS_A_MONTH } from "@/server/runs";
import type { Cadence } from "./cadence";
import { runsDryAt } from "./forecast";
import { plannedRuns } from "./planned-runs";
import type { ScheduleRow } from "./rows";

export interface PricedSchedule {
  readonly row: ScheduleRow;
  readonly panelName: string;
  /** Of the panel's newest version, at today's prices. */
  readonly creditsARun: number;
  /** The newest local day that it is through with, YYYY-MM-DD. */
  readonly doneThrough: string | null;
}

/** Every schedule of the org, by its panel's name. */
export async function readPriced(tx: TenantTransaction): Promise<PricedSchedule[]> {
  const { orgId } = requireContext();
  const rows = await tx
    .select({
      row: schedule,
      panelName: panel.name,
      prompts: promptsOfNewest(),
      doneThrough: sql<string | null>`(
        select max(${scheduleDay.day})::text from ${scheduleDay}
        where ${scheduleDay.orgId} = ${schedule.orgId} and ${scheduleDay.scheduleId} = ${schedule.id})`,
    })
    .from(schedule)
    .innerJoin(panel, and(eq(panel.orgId, schedule.orgId), eq(panel.id, schedule.panelId)))
    .where(eq(schedule.orgId, orgId))
    .orderBy(asc(panel.name), asc(schedule.id));
  return rows.map(({ prompts, ...each }) => ({
    ...each,
    creditsARun: creditsOfRun({ ...each.row, prompts }),
  }));
}

/** How many prompts the newest version of the panel in the query's FROM has. */
export function promptsOfNewest() {
  return sql<number>`(
    select count(*)::int from ${prompt} where ${prompt.orgId} = ${panel.orgId} and ${prompt.panelVersionId} = (
      select ${panelVersion.id} from ${panelVersion}
      where ${panelVersion.orgId} = ${panel.orgId} and ${panelVersion.panelId} = ${panel.id}
      order by ${panelVersion.version} desc limit 1))`;
}

/** On average over the months. */
export function creditsAMonth(creditsARun: number, { days }: Pick<Cadence, "days">): number {
  return Math.round(creditsARun * days.length * WEEKS_A_MONTH);
}

export interface CreditsForecast {
  /** Credits that a run could reserve now. */
  readonly available: number;
  /** ISO moment of the first run that they don't pay for; null when they last for a year. */
  readonly dryAt: string | null;
}

/** How long the org's credits last when nothing but these schedules spends them. */
export async function forecastCredits(
  tx: TenantTransaction,
  active: readonly (Omit<PricedSchedule, "row" | "panelName"> & {
    readonly row: Cadence & { readonly id: string };
  })[],
  now: Date,
): Promise<CreditsForecast> {
  const { lots, available } = await readBalance(tx);
  const cadences = active.map(({ row, creditsARun, doneThrough }) => {
    return { cadence: row, seed: row.id, credits: creditsARun, doneThrough };
  });
  return { available, dryAt: runsDryAt(lots, plannedRuns(cadences, now))?.toISOString() ?? null };
}
