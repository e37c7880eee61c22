import { sql } from "drizzle-orm";
import {
  bigint,
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
import type { AnswerId, BrandId } from "../../server/kernel/id";
import { tenantPolicy } from "../policies";
import { createdAt, instant, orgId } from "./columns";
import { insight } from "./insight";
import { answer, brand } from "./tracking";

/**
 * Tokens of the analysis model that an org has used in one UTC month, named by its first day. Every hold and every
 * settlement locks this row first.
 */
export const tokenMonth = insight.table(
  "token_month",
  {
    orgId: orgId(),
    month: date({ mode: "string" }).notNull(),
    tokens: bigint({ mode: "number" }).notNull().default(0),
    calls: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.month] }),
    check("token_month_not_negative", sql`tokens >= 0`),
    ...tenantPolicy(),
  ],
);

/** Tokens that stand held for one call in flight: settled when it ends, of no effect once `endsAt` is over. */
export const tokenHold = insight.table(
  "token_hold",
  {
    orgId: orgId(),
    id: uuid().notNull(),
    month: date({ mode: "string" }).notNull(),
    tokens: bigint({ mode: "number" }).notNull(),
    endsAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    check("token_hold_positive", sql`tokens > 0`),
    index("token_hold_month_idx").on(t.orgId, t.month),
    ...tenantPolicy(),
  ],
);

/**
 * What a model answered to one input of a task, so that the same is never paid for twice. Of analysis alone: an engine's
 * answer is a sample, and is never kept for another ask.
 */
export const analysisCache = insight.table(
  "analysis_cache",
  {
    orgId: orgId(),
    task: text().notNull(),
    promptVersion: text().notNull(),
    model: text().notNull(),
    /** SHA-256 of the input as canonical JSON, hex. */
    inputSha256: text().notNull(),
    output: jsonb().notNull().$type<unknown>(),
    /** Where answers are also found by similarity: what has to be the same, hashed, and the text as a vector. */
    guard: text(),
    embedding: real().array(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({
      name: "analysis_cache_pk",
      columns: [t.orgId, t.task, t.promptVersion, t.model, t.inputSha256],
    }),
    index("analysis_cache_guard_idx").on(t.orgId, t.guard, t.createdAt),
    index("analysis_cache_age_idx").on(t.orgId, t.createdAt),
    ...tenantPolicy(),
  ],
);

/**
 * What the analysis model held of a fact that the rules couldn't settle: whose judgement it is, by which version of the
 * prompt. One for each fact and version, whatever runs twice.
 */
export const judgement = insight.table(
  "judgement",
  {
    orgId: orgId(),
    answerId: uuid().notNull().$type<AnswerId>(),
    brandId: uuid().notNull().$type<BrandId>(),
    task: text().notNull(),
    promptVersion: text().notNull(),
    /** The model; the rules with their version where its answer couldn't be used. */
    judge: text().notNull(),
    /** The task's output; null: nobody knows. */
    finding: jsonb().$type<object>(),
    confidence: real().notNull(),
    /** Why it is whose it is: server/analysis/judgement.ts. */
    why: text().notNull(),
    judgedAt: createdAt(),
  },
  (t) => [
    primaryKey({
      name: "judgement_pk",
      columns: [t.orgId, t.answerId, t.brandId, t.task, t.promptVersion],
    }),
    foreignKey({ columns: [t.orgId, t.answerId], foreignColumns: [answer.orgId, answer.id] }),
    foreignKey({ columns: [t.orgId, t.brandId], foreignColumns: [brand.orgId, brand.id] }),
    index("judgement_brand_idx").on(t.orgId, t.brandId),
    ...tenantPolicy(),
  ],
);
