import { foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { PanelId, PanelVersionId, ProjectId, PromptId } from "../../../server/kernel/id";
import { tenantPolicy } from "../../policies";
import { createdAt, orgId } from "../columns";
import { project } from "../tenancy";
import { tracking } from "./namespace";

/** Where a buyer stands: learning of the need, weighing what there is, about to buy. */
export type Stage = "awareness" | "consideration" | "decision";
export type Intent = "category" | "comparison" | "problem" | "branded";

/** A named set of prompts. What is asked stands in its versions. */
export const panel = tracking.table(
  "panel",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<PanelId>(),
    projectId: uuid().notNull().$type<ProjectId>(),
    name: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    unique("panel_name_key").on(t.orgId, t.projectId, t.name),
    ...tenantPolicy(),
  ],
);

/** Frozen when made: an edit of the panel makes the next version, so that a run can always say what it asked. */
export const panelVersion = tracking.table(
  "panel_version",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<PanelVersionId>(),
    panelId: uuid().notNull().$type<PanelId>(),
    version: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.panelId], foreignColumns: [panel.orgId, panel.id] }),
    unique("panel_version_key").on(t.orgId, t.panelId, t.version),
    ...tenantPolicy(),
  ],
);

/** A question as a person would type it. `hash` (of the text) follows the same question over versions. */
export const prompt = tracking.table(
  "prompt",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<PromptId>(),
    panelVersionId: uuid().notNull().$type<PanelVersionId>(),
    ordinal: integer().notNull(),
    text: text().notNull(),
    hash: text().notNull(),
    intent: text().notNull().$type<Intent>(),
    tags: text().array().notNull().default([]),
    /** What it is about, and who asks: words of the customer's own, "" for none. */
    topic: text().notNull().default(""),
    persona: text().notNull().default(""),
    stage: text().$type<Stage>(),
    /** Language and country that engines are told: "de-DE". A part of what makes it the question that it is. */
    locale: text().notNull().default("en-US"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.panelVersionId],
      foreignColumns: [panelVersion.orgId, panelVersion.id],
    }),
    unique("prompt_text_key").on(t.orgId, t.panelVersionId, t.hash),
    index("prompt_panel_version_idx").on(t.orgId, t.panelVersionId, t.ordinal),
    ...tenantPolicy(),
  ],
);
