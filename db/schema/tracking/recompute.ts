import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AnswerId, ProjectId, RecomputeId } from "../../../server/kernel/id";
import { tenantPolicy } from "../../policies";
import { createdAt, instant, orgId } from "../columns";
import { project } from "../tenancy";
import { answer } from "./answers";
import { tracking } from "./namespace";

/** `measuring`: every answer was read again, and the numbers are counted from them. */
export type RecomputeState = "requested" | "reading" | "measuring" | "done" | "cancelled" | "failed";

/** A project's stored answers read again with its brands of today and the extractor of today. One at a time. */
export const recompute = tracking.table(
  "recompute",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<RecomputeId>(),
    projectId: uuid().notNull().$type<ProjectId>(),
    state: text().notNull().$type<RecomputeState>(),
    /** Answers that were read with other versions when it was last looked, and those among them that were read again. */
    total: integer().notNull(),
    done: integer().notNull().default(0),
    /** What answers are read with. Brands that change meanwhile change it, too. */
    extractorVersion: text().notNull(),
    brandSetVersion: text().notNull(),
    /** Somebody stopped it: what was read again stays, and the numbers are counted from that. */
    stopped: boolean().notNull().default(false),
    /** Why it failed, for people. */
    failure: text(),
    requestedBy: text().notNull(),
    requestedAt: createdAt(),
    /** When it last got on. */
    touchedAt: instant().notNull().defaultNow(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    uniqueIndex("recompute_active_key")
      .on(t.orgId, t.projectId)
      .where(sql`state in ('requested', 'reading', 'measuring')`),
    index("recompute_project_idx").on(t.orgId, t.projectId, t.requestedAt),
    check("recompute_counts", sql`done >= 0 and total >= 0`),
    ...tenantPolicy(),
  ],
);

/** An answer whose stored body couldn't be read again: its facts stay as they were. */
export const recomputeNote = tracking.table(
  "recompute_note",
  {
    orgId: orgId(),
    recomputeId: uuid().notNull().$type<RecomputeId>(),
    answerId: uuid().notNull().$type<AnswerId>(),
    reason: text().notNull(),
    /** What it was to be read with: until one of them changes, nobody is offered to read it again. */
    extractorVersion: text().notNull(),
    brandSetVersion: text().notNull(),
    notedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.recomputeId, t.answerId] }),
    foreignKey({ columns: [t.orgId, t.recomputeId], foreignColumns: [recompute.orgId, recompute.id] }),
    foreignKey({ columns: [t.orgId, t.answerId], foreignColumns: [answer.orgId, answer.id] }),
    index("recompute_note_answer_idx").on(t.orgId, t.answerId),
    ...tenantPolicy(),
  ],
);
