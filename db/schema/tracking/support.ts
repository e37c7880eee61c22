import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, primaryKey, real, text, uuid } from "drizzle-orm/pg-core";
import type { AnswerId, RunId } from "../../../server/kernel/id";
import { tenantPolicy } from "../../policies";
import { createdAt, instant, orgId } from "../columns";
import { answer } from "./answers";
import { tracking } from "./namespace";
import { run } from "./runs";

export type SupportOutcome = "supports" | "partly" | "unsupported" | "unchecked";

/** Cited pages that an org had fetched on one UTC day: counted before each fetch, and never above the day's budget. */
export const pageDay = tracking.table(
  "page_day",
  {
    orgId: orgId(),
    day: date({ mode: "string" }).notNull(),
    pages: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.day] }),
    check("page_day_not_negative", sql`pages >= 0`),
    ...tenantPolicy(),
  ],
);

/** A cited page of a run that was taken to be looked at: once a run. What stands on it isn't kept, only its hash. */
export const pageVisit = tracking.table(
  "page_visit",
  {
    orgId: orgId(),
    runId: uuid().notNull().$type<RunId>(),
    /** SHA-256 of the canonical URL, hex: addresses may be longer than a key. */
    urlSha256: text().notNull(),
    url: text().notNull(),
    /** HTTP status; null: not fetched, and `refusal` says why, or not yet. */
    status: integer(),
    refusal: text(),
    /** SHA-256 of the page's text, hex. */
    textSha256: text(),
    takenAt: createdAt(),
    fetchedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.runId, t.urlSha256] }),
    foreignKey({ columns: [t.orgId, t.runId], foreignColumns: [run.orgId, run.id] }),
    ...tenantPolicy(),
  ],
);

/** Whether a cited page supports the sentence that leans on it. */
export const citationCheck = tracking.table(
  "citation_check",
  {
    orgId: orgId(),
    answerId: uuid().notNull().$type<AnswerId>(),
    runId: uuid().notNull().$type<RunId>(),
    /** Of the citation's canonical URL: an answer that is read again may number its citations anew. */
    urlSha256: text().notNull(),
    /** The sentence, in UTF-16 units of the answer's text. */
    start: integer("span_start").notNull(),
    end: integer("span_end").notNull(),
    outcome: text().notNull().$type<SupportOutcome>(),
    /** Why it is unchecked; null otherwise. */
    why: text(),
    /** The page's passage that is nearest to the sentence, at most 500 characters. */
    excerpt: text(),
    judgedBy: text().notNull(),
    confidence: real().notNull(),
    checkedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.answerId, t.urlSha256] }),
    foreignKey({ columns: [t.orgId, t.answerId], foreignColumns: [answer.orgId, answer.id] }),
    foreignKey({
      name: "citation_check_visit_fk",
      columns: [t.orgId, t.runId, t.urlSha256],
      foreignColumns: [pageVisit.orgId, pageVisit.runId, pageVisit.urlSha256],
    }),
    index("citation_check_visit_idx").on(t.orgId, t.runId, t.urlSha256),
    check("citation_check_excerpt_short", sql`char_length(excerpt) <= 500`),
    check("citation_check_why", sql`outcome <> 'unchecked' or why is not null`),
    ...tenantPolicy(),
  ],
);
