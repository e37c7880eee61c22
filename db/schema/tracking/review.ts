import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  real,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { AnswerId, BrandId, ProjectId, ReviewItemId, RunId } from "../../../server/kernel/id";
import { tenantPolicy } from "../../policies";
import { createdAt, instant, orgId } from "../columns";
import { project } from "../tenancy";
import { answer, type Span } from "./answers";
import { brand } from "./brands";
import { tracking } from "./namespace";
import { run } from "./runs";

/** Is the brand named here; how is it spoken of; which brands were missed in the whole answer. */
export type ReviewQuestion = "named" | "stance" | "missed";

/** Below the threshold, or drawn by chance: only what was drawn says how good the extractor is. */
export type ReviewReason = "threshold" | "sample";

export type ReviewState = "open" | "claimed" | "decided";

/** What a project's queue is made by; no row: the defaults of server/review. */
export const reviewSetting = tracking.table(
  "review_setting",
  {
    orgId: orgId(),
    projectId: uuid().notNull().$type<ProjectId>(),
    /** Facts below it are reviewed, 0 to 1. */
    confidence: real().notNull(),
    /** Share of the answers that are drawn, 0 to 1. */
    share: real().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.projectId] }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    check("review_setting_in_range", sql`confidence between 0 and 1 and share between 0 and 1`),
    ...tenantPolicy(),
  ],
);

/** One question about one answer, for one person. What was drawn is asked twice, of two people: `seat` 1 and 2. */
export const reviewItem = tracking.table(
  "review_item",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<ReviewItemId>(),
    projectId: uuid().notNull().$type<ProjectId>(),
    answerId: uuid().notNull().$type<AnswerId>(),
    /** Null where the question is about the whole answer. */
    brandId: uuid().$type<BrandId>(),
    question: text().notNull().$type<ReviewQuestion>(),
    reason: text().notNull().$type<ReviewReason>(),
    seat: integer().notNull(),
    /** What the extractor held when the item was made: the reviewer of a sample must not see what another decided since. */
    heldConfidence: real().notNull(),
    heldNamed: text().notNull().$type<"named" | "undecided" | "missing">(),
    heldStance: text(),
    spans: jsonb().notNull().$type<readonly Span[]>(),
    extractorVersion: text().notNull(),
    state: text().notNull().$type<ReviewState>().default("open"),
    claims: integer().notNull().default(0),
    leaseToken: uuid(),
    leaseUntil: instant(),
    claimedBy: text(),
    skippedBy: text().array().notNull().default([]),
    verdict: text(),
    /** Brands that the verdict names. */
    verdictBrands: jsonb().$type<readonly BrandId[]>(),
    note: text(),
    decidedBy: text(),
    decidedAt: instant(),
    /** The decisions about one answer, in their order. */
    decidedOrder: integer(),
    /** The rows that the decision found, and those that it left: what an undo puts back. */
    factBefore: jsonb().$type<object>(),
    factAfter: jsonb().$type<object>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("review_item_fact_key")
      .on(t.orgId, t.answerId, t.brandId, t.question, t.reason, t.seat)
      .nullsNotDistinct(),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    foreignKey({ columns: [t.orgId, t.answerId], foreignColumns: [answer.orgId, answer.id] }),
    foreignKey({ columns: [t.orgId, t.brandId], foreignColumns: [brand.orgId, brand.id] }),
    index("review_item_queue_idx").on(t.orgId, t.projectId, t.state, t.heldConfidence),
    index("review_item_brand_idx").on(t.orgId, t.brandId),
    check("review_claim_has_lease", sql`(state = 'claimed') = (lease_token is not null)`),
    ...tenantPolicy(),
  ],
);

/** A decision that the org keeps as an example of what is right. */
export const goldExample = tracking.table(
  "gold_example",
  {
    orgId: orgId(),
    itemId: uuid().notNull().$type<ReviewItemId>(),
    answerId: uuid().notNull().$type<AnswerId>(),
    brandId: uuid().$type<BrandId>(),
    question: text().notNull().$type<ReviewQuestion>(),
    verdict: text().notNull(),
    verdictBrands: jsonb().notNull().$type<readonly BrandId[]>(),
    addedBy: text().notNull(),
    addedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.itemId] }),
    foreignKey({ columns: [t.orgId, t.itemId], foreignColumns: [reviewItem.orgId, reviewItem.id] }),
    foreignKey({ columns: [t.orgId, t.answerId], foreignColumns: [answer.orgId, answer.id] }),
    foreignKey({ columns: [t.orgId, t.brandId], foreignColumns: [brand.orgId, brand.id] }),
    index("gold_example_answer_idx").on(t.orgId, t.answerId),
    index("gold_example_brand_idx").on(t.orgId, t.brandId),
    ...tenantPolicy(),
  ],
);

/** A run whose facts were changed by decisions since it was measured: one row, however many decisions. */
export const reviewedRun = tracking.table(
  "reviewed_run",
  {
    orgId: orgId(),
    runId: uuid().notNull().$type<RunId>(),
    /** Names this burst of decisions in the event that announces it. */
    burst: uuid().notNull(),
    markedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.runId] }),
    foreignKey({ columns: [t.orgId, t.runId], foreignColumns: [run.orgId, run.id] }),
    ...tenantPolicy(),
  ],
);
