import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { BrandId, PanelVersionId, ProjectId, PromptId } from "../../server/kernel/id";
import { tenantPolicy } from "../policies";
import { orgId } from "./columns";
import { insight } from "./insight";
import { project } from "./tenancy";
import { type DomainClass, panelVersion } from "./tracking";

/** Which series in which window a rolled-up row counts: made-up answers apart from real ones. */
const seriesWindow = () => ({
  orgId: orgId(),
  projectId: uuid().notNull().$type<ProjectId>(),
  panelVersionId: uuid().notNull().$type<PanelVersionId>(),
  windowStart: date({ mode: "string" }).notNull(),
  engineId: text().notNull(),
  surface: text().notNull(),
  sandbox: boolean().notNull(),
});

/** Answers that a brand is named in, by brand id; a brand that no answer names has no key. */
export type AnswersByBrand = Readonly<Record<string, number>>;

/** One prompt's answers in one window of a series, counted: those in a state that presence counts. Replaced when measured. */
export const cellWeek = insight.table(
  "cell_week",
  {
    ...seriesWindow(),
    promptId: uuid().notNull().$type<PromptId>(),
    answers: integer().notNull(),
    named: jsonb().notNull().$type<AnswersByBrand>(),
  },
  (t) => [
    primaryKey({
      name: "cell_week_pk",
      columns: [
        t.orgId,
        t.projectId,
        t.windowStart,
        t.panelVersionId,
        t.surface,
        t.sandbox,
        t.engineId,
        t.promptId,
      ],
    }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    foreignKey({
      columns: [t.orgId, t.panelVersionId],
      foreignColumns: [panelVersion.orgId, panelVersion.id],
    }),
    ...tenantPolicy(),
  ],
);

/** Cited pages of a domain by what kind of page they are. */
export type PagesByType = Readonly<Record<string, number>>;

/**
 * What the answers of one window of a series cite on one domain; with the engine '' of all engines of the surface, and with
 * the domain '' of all domains. Replaced when measured.
 */
export const sourceWeek = insight.table(
  "source_week",
  {
    ...seriesWindow(),
    domain: text().notNull(),
    /** Null where it was read before there was a taxonomy, and of all domains. */
    domainClass: text().$type<DomainClass>(),
    ownerBrandId: uuid().$type<BrandId>(),
    /** Engines whose answers have it, in the order of their ids. */
    engines: text().array().notNull(),
    /** Answers that cite it, that link to it, and whose engine looked at it alone. */
    cited: integer().notNull(),
    linked: integer().notNull(),
    retrieved: integer().notNull(),
    /** Cited pages, summed over answers in which all of them weigh 1. */
    weight: doublePrecision().notNull(),
    /** Cited pages, each once an answer; here and below null where it was counted before there was such a column. */
    citations: integer(),
    pageTypes: jsonb().$type<PagesByType>(),
    /** Prompts with an answer that cites anything (of all engines: the most that one has), on the row of all domains alone. */
    prompts: integer(),
    /** Standard error of `weight` over prompts; of all engines an upper bound. Null also with a single prompt. */
    spread: doublePrecision(),
  },
  (t) => [
    primaryKey({
      name: "source_week_pk",
      columns: [
        t.orgId,
        t.projectId,
        t.windowStart,
        t.panelVersionId,
        t.surface,
        t.sandbox,
        t.engineId,
        t.domain,
      ],
    }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    foreignKey({
      columns: [t.orgId, t.panelVersionId],
      foreignColumns: [panelVersion.orgId, panelVersion.id],
    }),
    index("source_week_rank_idx").on(
      t.orgId,
      t.projectId,
      t.windowStart,
      t.panelVersionId,
      t.surface,
      t.sandbox,
      t.engineId,
      t.weight.desc().nullsFirst(),
      t.domain,
    ),
    ...tenantPolicy(),
  ],
);
