import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { BrandId, PanelVersionId, ProjectId, RecomputeId } from "../../server/kernel/id";
import { tenantPolicy } from "../policies";
import { createdAt, instant, orgId } from "./columns";
import { project } from "./tenancy";
import { panelVersion, recompute } from "./tracking";

export const insight = pgSchema("insight");

/** No brand: an engine's own metric (coverage, completion). A nil uuid, because a primary key can't hold null. */
export const NO_BRAND = "00000000-0000-0000-0000-000000000000" as BrandId;

/** One metric of one series in one window. `detail` is the whole MetricValue; the columns are what queries sort by. */
export const metricValue = insight.table(
  "metric_value",
  {
    orgId: orgId(),
    projectId: uuid().notNull().$type<ProjectId>(),
    panelVersionId: uuid().notNull().$type<PanelVersionId>(),
    windowStart: date({ mode: "string" }).notNull(),
    windowDays: integer().notNull(),
    engineId: text().notNull(),
    surface: text().notNull(),
    metricId: text().notNull(),
    brandId: uuid().notNull().$type<BrandId>(),
    value: doublePrecision(),
    answers: integer().notNull(),
    prompts: integer().notNull(),
    detail: jsonb().notNull().$type<Record<string, unknown>>(),
    provenance: jsonb().notNull().$type<Record<string, unknown>>(),
    computedAt: createdAt(),
  },
  (t) => [
    primaryKey({
      columns: [
        t.orgId,
        t.projectId,
        t.panelVersionId,
        t.windowStart,
        t.windowDays,
        t.engineId,
        t.surface,
        t.metricId,
        t.brandId,
      ],
    }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    foreignKey({
      columns: [t.orgId, t.panelVersionId],
      foreignColumns: [panelVersion.orgId, panelVersion.id],
    }),
    index("metric_value_series_idx").on(t.orgId, t.projectId, t.metricId, t.windowStart),
    ...tenantPolicy(),
  ],
);

/** A row of metric_value as it stood before the project's answers were read again: the old series, beside the new one. */
export const earlierValue = insight.table(
  "earlier_value",
  {
    orgId: orgId(),
    recomputeId: uuid().notNull().$type<RecomputeId>(),
    projectId: uuid().notNull().$type<ProjectId>(),
    panelVersionId: uuid().notNull().$type<PanelVersionId>(),
    windowStart: date({ mode: "string" }).notNull(),
    windowDays: integer().notNull(),
    engineId: text().notNull(),
    surface: text().notNull(),
    metricId: text().notNull(),
    brandId: uuid().notNull().$type<BrandId>(),
    value: doublePrecision(),
    answers: integer().notNull(),
    prompts: integer().notNull(),
    detail: jsonb().notNull().$type<Record<string, unknown>>(),
    provenance: jsonb().notNull().$type<Record<string, unknown>>(),
    computedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({
      name: "earlier_value_pk",
      columns: [
        t.orgId,
        t.projectId,
        t.metricId,
        t.brandId,
        t.recomputeId,
        t.panelVersionId,
        t.windowStart,
        t.windowDays,
        t.engineId,
        t.surface,
      ],
    }),
    foreignKey({ columns: [t.orgId, t.recomputeId], foreignColumns: [recompute.orgId, recompute.id] }),
    foreignKey({
      name: "earlier_value_panel_version_fk",
      columns: [t.orgId, t.panelVersionId],
      foreignColumns: [panelVersion.orgId, panelVersion.id],
    }),
    ...tenantPolicy(),
  ],
);

/** Consecutive windows that are a hit, of a panel (`promptHash` '') or of one cell that was ever one. Kept up at each close of a run. */
export const streak = insight.table(
  "streak",
  {
    orgId: orgId(),
    projectId: uuid().notNull().$type<ProjectId>(),
    panelVersionId: uuid().notNull().$type<PanelVersionId>(),
    engineId: text().notNull(),
    surface: text().notNull(),
    brandId: uuid().notNull().$type<BrandId>(),
    promptHash: text().notNull().default(""),
    current: integer().notNull(),
    longest: integer().notNull(),
    brokenAt: date({ mode: "string" }),
    /** Of a cell: its windows from the first hit on, a letter each (streak-history.ts), so that the next one is added to it. */
    since: date({ mode: "string" }),
    outcomes: text(),
    sandbox: boolean(),
    computedAt: createdAt(),
  },
  (t) => [
    primaryKey({
      columns: [t.orgId, t.projectId, t.panelVersionId, t.engineId, t.surface, t.brandId, t.promptHash],
    }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    foreignKey({
      columns: [t.orgId, t.panelVersionId],
      foreignColumns: [panelVersion.orgId, panelVersion.id],
    }),
    ...tenantPolicy(),
  ],
);
