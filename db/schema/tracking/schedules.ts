import { date, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { PanelId, PanelVersionId, ProjectId, RunId, ScheduleId } from "../../../server/kernel/id";
import { tenantPolicy } from "../../policies";
import { createdAt, instant, orgId } from "../columns";
import { project } from "../tenancy";
import { tracking } from "./namespace";
import { panel, panelVersion } from "./panels";
import { run } from "./runs";

/** When a panel is asked by itself, always in its newest version. One a panel. */
export const schedule = tracking.table(
  "schedule",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<ScheduleId>(),
    projectId: uuid().notNull().$type<ProjectId>(),
    panelId: uuid().notNull().$type<PanelId>(),
    engineIds: text().array().notNull(),
    repeats: integer().notNull(),
    /** ISO weekdays, 1 for Monday to 7 for Sunday, ascending. */
    days: integer().array().notNull(),
    /** HH:MM by the clocks of `timeZone`; null for another minute each day. */
    time: text(),
    /** IANA name. */
    timeZone: text().notNull(),
    state: text().notNull().$type<"active" | "paused">(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    foreignKey({ columns: [t.orgId, t.panelId], foreignColumns: [panel.orgId, panel.id] }),
    unique("schedule_panel_key").on(t.orgId, t.panelId),
    index("schedule_project_idx").on(t.orgId, t.projectId),
    ...tenantPolicy(),
  ],
);

/** What became of a schedule on one local day: at most one row, so at most one run. */
export const scheduleDay = tracking.table(
  "schedule_day",
  {
    orgId: orgId(),
    scheduleId: uuid().notNull().$type<ScheduleId>(),
    day: date().notNull(),
    plannedAt: instant().notNull(),
    /** What is asked for: as the schedule and its panel were when the time had come. */
    panelVersionId: uuid().notNull().$type<PanelVersionId>(),
    engineIds: text().array().notNull(),
    repeats: integer().notNull(),
    state: text().notNull().$type<"starting" | "started" | "not_started">(),
    runId: uuid().$type<RunId>(),
    /** Why it was not started, in words for the customer. */
    why: text(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.scheduleId, t.day] }),
    foreignKey({
      columns: [t.orgId, t.scheduleId],
      foreignColumns: [schedule.orgId, schedule.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.orgId, t.panelVersionId],
      foreignColumns: [panelVersion.orgId, panelVersion.id],
    }),
    foreignKey({ columns: [t.orgId, t.runId], foreignColumns: [run.orgId, run.id] }),
    index("schedule_day_run_idx").on(t.orgId, t.runId),
    ...tenantPolicy(),
  ],
);
