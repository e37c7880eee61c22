import { and, eq, sql } from "drizzle-orm";
import { run, scheduleDay } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { type FlagRule, isOn } from "@/server/flags";
import { requireContext } from "@/server/kernel/context";
import type { AppError } from "@/server/kernel/errors";
import type { PanelVersionId, RunId, ScheduleId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { type RequestRunInput, requestRun } from "@/server/runs";
import { nextOccurrence } from "./cadence";
import { forgetNext, lastDayOf, lockSchedule, newestVersion, planNext, type ScheduleRow } from "./rows";

/** A run that could not start for longer than this is left out: two runs of neighbouring days would fall together. */
const LATEST_HOURS = 6;

const TOO_LATE = `It was more than ${LATEST_HOURS} hours late: nothing could be started at its time.`;
const STILL_WAITING = "The run before it still waits for credits.";

const SWITCHED_OFF = "Schedules start no runs for your organisation at the moment.";

interface Due {
  readonly scheduleId: ScheduleId;
  readonly dueAt: Date;
  readonly rules: readonly FlagRule[];
}

/** A day with what is asked for on it, as the schedule stood when the day was claimed. */
interface DayAsked {
  readonly day: string;
  readonly panelVersionId: PanelVersionId;
  readonly engineIds: readonly string[];
  readonly repeats: number;
}

interface StartingDay {
  readonly day: string;
  readonly request: RequestRunInput;
}

/**
 * One run for the local day whose time has come: its row is claimed first, the run is requested under a key of schedule and
 * day, and the next day is planned last, so that whoever dies in between leaves it to the next minute and no day gets two.
 * What the wallet can't pay waits, visibly. A refusal is kept in words and the next day planned.
 */
export async function startScheduledRun(due: Due, now: Date): Promise<Result<void>> {
  const claimed = await withTenant((tx) => claimDay(tx, due, now));
  if (!claimed.ok || claimed.value === null) return claimed.ok ? ok(undefined) : claimed;
  const { day, request } = claimed.value;
  const requested = await requestRun(request);
  if (!requested.ok && isPassing(requested.error)) return requested;
  const end = requested.ok
    ? { state: "started" as const, runId: requested.value.runId }
    : { state: "not_started" as const, why: requested.error.message };
  return withTenant<void>(async (tx) => {
    const found = await lockSchedule(tx, due.scheduleId);
    if (!found) return ok(undefined);
    await endDay(tx, due.scheduleId, day, end);
    if (found.state === "active") await planNext(tx, found, now);
    return ok(undefined);
  });
}

/** The day to start a run for, or null where there is nothing to start (any more). */
async function claimDay(tx: TenantTransaction, due: Due, now: Date): Promise<Result<StartingDay | null>> {
  const found = await lockSchedule(tx, due.scheduleId);
  if (!found || found.state === "paused") {
    await forgetNext(tx, due.scheduleId);
    return ok(null);
  }
  const { orgId, id: scheduleId } = found;
  const open = await readStarting(tx, scheduleId);
  if (open) return ok(startOf(found, open));
  const doneThrough = await lastDayOf(tx, scheduleId);
  const before = new Date(due.dueAt.getTime() - 1);
  const { day, at } = nextOccurrence(found, { seed: scheduleId, after: before, doneThrough });
  if (at > now) {
    await planNext(tx, found, now);
    return ok(null);
  }
  const { engineIds, repeats } = found;
  const asked = { day, panelVersionId: await newestVersion(tx, found.panelId), engineIds, repeats };
  await tx.insert(scheduleDay).values({ orgId, scheduleId, plannedAt: at, ...asked, state: "starting" });
  const why = isOn("scheduled_runs", due.rules, orgId) ? await whyNot(tx, scheduleId, at, now) : SWITCHED_OFF;
  if (why === null) return ok(startOf(found, asked));
  await endDay(tx, scheduleId, day, { state: "not_started", why });
  await planNext(tx, found, now);
  return ok(null);
}

/** A day that was claimed by somebody who died: it may have its run already, so it is requested again under its key. */
async function readStarting(tx: TenantTransaction, scheduleId: ScheduleId): Promise<DayAsked | undefined> {
  const { orgId } = requireContext();
  const [open] = await tx
    .select({
      day: scheduleDay.day,
      panelVersionId: scheduleDay.panelVersionId,
      engineIds: scheduleDay.engineIds,
      repeats: scheduleDay.repeats,
    })
    .from(scheduleDay)
    .where(
      and(
        eq(scheduleDay.orgId, orgId),
        eq(scheduleDay.scheduleId, scheduleId),
        eq(scheduleDay.state, "starting"),
      ),
    );
  return open;
}

async function whyNot(
  tx: TenantTransaction,
  scheduleId: ScheduleId,
  at: Date,
  now: Date,
): Promise<string | null> {
  if (now.getTime() - at.getTime() > LATEST_HOURS * 3_600_000) return TOO_LATE;
  const { orgId } = requireContext();
  const [waiting] = await tx
    .select({ one: sql`1` })
    .from(scheduleDay)
    .innerJoin(run, and(eq(run.orgId, scheduleDay.orgId), eq(run.id, scheduleDay.runId)))
    .where(
      and(
        eq(scheduleDay.orgId, orgId),
        eq(scheduleDay.scheduleId, scheduleId),
        eq(run.state, "waiting_for_credits"),
      ),
    )
    .limit(1);
  return waiting ? STILL_WAITING : null;
}

function startOf({ id, projectId }: ScheduleRow, { day, ...asked }: DayAsked): StartingDay {
  const idempotencyKey = `schedule:${id}:${day}`;
  const engineIds = [...asked.engineIds];
  return { day, request: { projectId, ...asked, engineIds, idempotencyKey, whenUnpaid: "wait" } };
}

async function endDay(
  tx: TenantTransaction,
  scheduleId: ScheduleId,
  day: string,
  end: { readonly state: "started" | "not_started"; readonly runId?: RunId; readonly why?: string },
): Promise<void> {
  const { orgId } = requireContext();
  await tx
    .update(scheduleDay)
    .set(end)
    .where(
      and(
        eq(scheduleDay.orgId, orgId),
        eq(scheduleDay.scheduleId, scheduleId),
        eq(scheduleDay.day, day),
        eq(scheduleDay.state, "starting"),
      ),
    );
}

/** Nothing is wrong with what was asked for: the next minute may do it. */
function isPassing(error: AppError): boolean {
  return error.code === "busy" || error.code === "unavailable";
}
