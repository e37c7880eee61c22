import { z } from "zod";
import { PanelId, ProjectId, type RunId, ScheduleId } from "@/server/kernel/id";
import { MAX_REPEATS } from "@/server/runs/contract";

const MAX_ENGINES = 20;

export const SaveScheduleInput = z.object({
  projectId: ProjectId,
  panelId: PanelId,
  engineIds: z
    .array(z.string())
    .min(1, "choose at least one engine")
    .max(MAX_ENGINES)
    .refine((ids) => new Set(ids).size === ids.length, "an engine is chosen twice"),
  /** Asks of each prompt × engine in each run. */
  repeats: z.int().min(1).max(MAX_REPEATS),
  /** ISO weekdays, 1 for Monday to 7 for Sunday. */
  days: z
    .array(z.int().min(1).max(7))
    .min(1, "choose at least one day")
    .transform((days) => [...new Set(days)].toSorted((one, other) => one - other)),
  /** HH:MM; null: another minute each day. */
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is a time of day, from 00:00 to 23:59")
    .nullable()
    .default(null),
  timeZone: z.string().max(64),
});
export type SaveScheduleInput = z.input<typeof SaveScheduleInput>;

export const ChangeScheduleInput = z.object({ projectId: ProjectId, scheduleId: ScheduleId });
export type ChangeScheduleInput = z.input<typeof ChangeScheduleInput>;

export const ListSchedulesInput = z.object({ projectId: ProjectId });
export type ListSchedulesInput = z.input<typeof ListSchedulesInput>;

/** What became of one local day. */
export interface ScheduleDayDto {
  /** YYYY-MM-DD, by the schedule's own clocks. */
  readonly day: string;
  /** ISO moment. */
  readonly plannedAt: string;
  readonly runId: RunId | null;
  /** Why no run was started; null where one was. */
  readonly why: string | null;
}

export interface ScheduleDto {
  readonly scheduleId: ScheduleId;
  readonly panelId: PanelId;
  readonly panelName: string;
  readonly engines: readonly { readonly engineId: string; readonly label: string }[];
  readonly repeats: number;
  readonly days: readonly number[];
  readonly time: string | null;
  readonly timeZone: string;
  readonly paused: boolean;
  /** ISO moment; null while it is paused. */
  readonly nextAt: string | null;
  /** Of the panel's newest version, at today's prices. */
  readonly creditsARun: number;
  readonly creditsAMonth: number;
  /** Newest first, at most seven. */
  readonly lately: readonly ScheduleDayDto[];
}

export interface ScheduleQuoteDto {
  readonly creditsARun: number;
  readonly creditsAMonth: number;
  readonly available: number;
  /** As in SchedulesDto, were it saved like this. */
  readonly dryAt: string | null;
}

export interface SchedulesDto {
  /** By the panel's name. */
  readonly schedules: readonly ScheduleDto[];
  /** Credits that a run could reserve now. */
  readonly available: number;
  /**
   * ISO moment of the first run, of all schedules of the org, that the credits there are would not pay for; null when they
   * last for a year.
   */
  readonly dryAt: string | null;
  /** Whether the reader may change them. */
  readonly mayChange: boolean;
}
