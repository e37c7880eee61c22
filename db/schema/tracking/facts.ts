import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  real,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { AnswerId, BrandId, FactId, ProjectId, RunId } from "../../../server/kernel/id";
import { tenantPolicy } from "../../policies";
import { createdAt, orgId } from "../columns";
import { project } from "../tenancy";
import { answer } from "./answers";
import { brand } from "./brands";
import { tracking } from "./namespace";

export type FactTopic =
  | "price"
  | "founding"
  | "headquarters"
  | "size"
  | "feature"
  | "integration"
  | "limit"
  | "other";

/** What of a fact can be compared; "text" is for people and the analysis model. `date`: a year, a month or a day. */
export type FactValue =
  | { readonly kind: "number"; readonly number: number; readonly unit: string }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "yes_no"; readonly yes: boolean }
  | { readonly kind: "text"; readonly text: string };

export type StatementVerdict = "right" | "wrong" | "unverifiable";

/**
 * A line of a brand's facts sheet, as it stood from one save to the next. A change, an archiving and an undo add a version;
 * none is edited. The sheet's own version is how many versions its facts have.
 */
export const factVersion = tracking.table(
  "fact_version",
  {
    orgId: orgId(),
    factId: uuid().notNull().$type<FactId>(),
    /** From 1. */
    version: integer().notNull(),
    brandId: uuid().notNull().$type<BrandId>(),
    topic: text().notNull().$type<FactTopic>(),
    statement: text().notNull(),
    /** Null: only the statement's words. */
    value: jsonb().$type<FactValue>(),
    sourceUrl: text(),
    /** Since when it is so, for people. */
    validFrom: date({ mode: "string" }),
    archived: boolean().notNull(),
    savedBy: text().notNull(),
    savedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.factId, t.version] }),
    foreignKey({ columns: [t.orgId, t.brandId], foreignColumns: [brand.orgId, brand.id] }),
    index("fact_version_brand_idx").on(t.orgId, t.brandId),
    ...tenantPolicy(),
  ],
);

/** How many answers of a run are read for statements, and how many cited pages are looked at; no row: server/facts. */
export const checkSetting = tracking.table(
  "check_setting",
  {
    orgId: orgId(),
    projectId: uuid().notNull().$type<ProjectId>(),
    /** Share of the answers that are drawn, 0 to 1. */
    share: real().notNull(),
    answersPerRun: integer().notNull(),
    pagesPerRun: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.projectId] }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    check(
      "check_setting_in_range",
      sql`share between 0 and 1 and answers_per_run >= 0 and pages_per_run >= 0`,
    ),
    ...tenantPolicy(),
  ],
);

/** An answer that was read for statements about a brand: once, however often the job runs, also where it makes none. */
export const statementReading = tracking.table(
  "statement_reading",
  {
    orgId: orgId(),
    answerId: uuid().notNull().$type<AnswerId>(),
    brandId: uuid().notNull().$type<BrandId>(),
    runId: uuid().notNull().$type<RunId>(),
    /** Who found the statements: `rules@<version>`, or a model with its prompt's version. */
    readBy: text().notNull(),
    readAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.answerId, t.brandId] }),
    foreignKey({ columns: [t.orgId, t.answerId], foreignColumns: [answer.orgId, answer.id] }),
    foreignKey({ columns: [t.orgId, t.brandId], foreignColumns: [brand.orgId, brand.id] }),
    index("statement_reading_run_idx").on(t.orgId, t.runId),
    index("statement_reading_brand_idx").on(t.orgId, t.brandId),
    ...tenantPolicy(),
  ],
);

/** What an answer says of a brand, as it stands in its text: `[start, end)` in UTF-16 units. */
export const statement = tracking.table(
  "statement",
  {
    orgId: orgId(),
    answerId: uuid().notNull().$type<AnswerId>(),
    brandId: uuid().notNull().$type<BrandId>(),
    start: integer("span_start").notNull(),
    end: integer("span_end").notNull(),
    quote: text().notNull(),
    topic: text().notNull().$type<FactTopic>(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.answerId, t.brandId, t.start] }),
    foreignKey({
      name: "statement_reading_fk",
      columns: [t.orgId, t.answerId, t.brandId],
      foreignColumns: [statementReading.orgId, statementReading.answerId, statementReading.brandId],
    }),
    index("statement_brand_idx").on(t.orgId, t.brandId),
    ...tenantPolicy(),
  ],
);

/** A statement held against one version of the facts sheet. Later versions of the sheet add rows; the newest one counts. */
export const statementCheck = tracking.table(
  "statement_check",
  {
    orgId: orgId(),
    answerId: uuid().notNull().$type<AnswerId>(),
    brandId: uuid().notNull().$type<BrandId>(),
    start: integer("span_start").notNull(),
    /** Version of the whole sheet. */
    sheet: integer().notNull(),
    verdict: text().notNull().$type<StatementVerdict>(),
    /** The fact that decided, as it stood then; null: none did. */
    factId: uuid().$type<FactId>(),
    factVersion: integer(),
    /** `rules@<version>`, or a model with its prompt's version. */
    judgedBy: text().notNull(),
    confidence: real().notNull(),
    checkedAt: createdAt(),
  },
  (t) => [
    primaryKey({
      name: "statement_check_pk",
      columns: [t.orgId, t.answerId, t.brandId, t.start, t.sheet],
    }),
    foreignKey({
      name: "statement_check_statement_fk",
      columns: [t.orgId, t.answerId, t.brandId, t.start],
      foreignColumns: [statement.orgId, statement.answerId, statement.brandId, statement.start],
    }),
    foreignKey({
      name: "statement_check_fact_fk",
      columns: [t.orgId, t.factId, t.factVersion],
      foreignColumns: [factVersion.orgId, factVersion.factId, factVersion.version],
    }),
    index("statement_check_fact_idx").on(t.orgId, t.factId, t.factVersion),
    check("statement_check_has_fact", sql`verdict not in ('right', 'wrong') or fact_id is not null`),
    ...tenantPolicy(),
  ],
);
