import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
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
import type { AnswerId, AskId, BrandId, ProjectId, PromptId, RunId } from "../../../server/kernel/id";
import { tenantPolicy } from "../../policies";
import { bytea, createdAt, instant, orgId } from "../columns";
import { project } from "../tenancy";
import { brand } from "./brands";
import { tracking } from "./namespace";
import { ask, type Surface } from "./runs";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export type AnswerState =
  | "answered"
  | "no_answer_shown"
  | "refused"
  | "empty"
  | "truncated"
  | "provider_error";

export type Stance = "recommended" | "listed" | "neutral" | "cautioned" | "negative";

export type DomainClass =
  | "own"
  | "rival"
  | "editorial"
  | "reference"
  | "community"
  | "review"
  | "video"
  | "social"
  | "retailer"
  | "institution"
  | "other";

export type PageType =
  | "home"
  | "product"
  | "category"
  | "listicle"
  | "comparison"
  | "how-to"
  | "article"
  | "discussion"
  | "profile"
  | "other";

/** Half-open range [start, end) of UTF-16 units into the answer's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the engine sent, gzipped, before anybody parsed it. Unique by lease: a stale worker can't overwrite it. */
export const rawBody = tracking.table(
  "raw_body",
  {
    orgId: orgId(),
    askId: uuid().notNull().$type<AskId>(),
    leaseToken: uuid().notNull(),
    parser: text().notNull(),
    body: bytea().notNull(),
    sha256: text().notNull(),
    latencyMs: integer().notNull(),
    receivedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.askId, t.leaseToken] }),
    foreignKey({ columns: [t.orgId, t.askId], foreignColumns: [ask.orgId, ask.id] }),
    ...tenantPolicy(),
  ],
);

/**
 * What came back for an ask, read by one parser and one extractor version. The raw body stays, so it can be re-read. Run,
 * project and prompt are copies of the ask's, which has the keys: fifty answers at a time would queue for the same rows.
 */
export const answer = tracking.table(
  "answer",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<AnswerId>(),
    askId: uuid().notNull().$type<AskId>(),
    runId: uuid().notNull().$type<RunId>(),
    projectId: uuid().notNull().$type<ProjectId>(),
    promptId: uuid().notNull().$type<PromptId>(),
    engineId: text().notNull(),
    surface: text().notNull().$type<Surface>(),
    state: text().notNull().$type<AnswerState>(),
    text: text().notNull(),
    /** The words of the text, in no language's grammar: its beginning, since Postgres holds 1 MB of them at most. */
    search: tsvector(),
    rawSha256: text().notNull(),
    modelRequested: text(),
    modelServed: text(),
    searchTriggered: boolean(),
    searchQueries: jsonb().notNull().$type<readonly string[]>(),
    usage: jsonb().notNull().$type<Record<string, unknown>>(),
    costMicros: bigint({ mode: "number" }),
    finish: text(),
    contract: text().notNull(),
    extractorVersion: text().notNull(),
    brandSetVersion: text().notNull(),
    /** Made-up brands that the matcher found in it, which no answer can name; null where it looked for none. */
    controls: text().array(),
    charged: integer().notNull(),
    sandbox: boolean().notNull(),
    observedAt: instant().notNull(),
    recordedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("answer_ask_key").on(t.orgId, t.askId),
    foreignKey({ columns: [t.orgId, t.askId], foreignColumns: [ask.orgId, ask.id] }),
    index("answer_project_idx").on(t.orgId, t.projectId, t.observedAt, t.id),
    index("answer_engine_idx").on(t.orgId, t.projectId, t.engineId, t.observedAt, t.id),
    index("answer_prompt_idx").on(t.orgId, t.projectId, t.promptId, t.observedAt, t.id),
    index("answer_run_idx").on(t.orgId, t.runId),
    index("answer_reading_idx")
      .on(t.orgId, t.projectId, t.extractorVersion, t.brandSetVersion)
      .where(sql`state <> 'provider_error'`),
    ...tenantPolicy(),
  ],
);

/** A brand named in the prose of an answer, with the spans where it stands. */
export const mention = tracking.table(
  "mention",
  {
    orgId: orgId(),
    answerId: uuid().notNull().$type<AnswerId>(),
    brandId: uuid().notNull().$type<BrandId>(),
    spans: jsonb().notNull().$type<readonly Span[]>(),
    order: integer("naming_order").notNull(),
    rank: integer(),
    /** Share of the answer's words in sentences that name it, earlier ones weighing more; null where nobody counted. */
    prominence: real(),
    confidence: real().notNull(),
    /** How the answer speaks of it; null where nobody judged. */
    stance: text().$type<Stance>(),
    stanceConfidence: real(),
    /** `rules@<version>`, or a model with its prompt's version. */
    stanceBy: text(),
    /** `human` where a person decided that it is a mention; null: the extractor or the analysis model. */
    judgedBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.answerId, t.brandId] }),
    foreignKey({ columns: [t.orgId, t.answerId], foreignColumns: [answer.orgId, answer.id] }),
    foreignKey({ columns: [t.orgId, t.brandId], foreignColumns: [brand.orgId, brand.id] }),
    index("mention_brand_idx").on(t.orgId, t.brandId),
    ...tenantPolicy(),
  ],
);

/** A brand whose name stands in an answer only in ways that the rules couldn't settle: no mention until somebody decides. */
export const ambiguousMention = tracking.table(
  "ambiguous_mention",
  {
    orgId: orgId(),
    answerId: uuid().notNull().$type<AnswerId>(),
    brandId: uuid().notNull().$type<BrandId>(),
    spans: jsonb().notNull().$type<readonly Span[]>(),
    reason: text().notNull(),
    confidence: real().notNull(),
    extractorVersion: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.answerId, t.brandId] }),
    foreignKey({ columns: [t.orgId, t.answerId], foreignColumns: [answer.orgId, answer.id] }),
    foreignKey({ columns: [t.orgId, t.brandId], foreignColumns: [brand.orgId, brand.id] }),
    index("ambiguous_mention_brand_idx").on(t.orgId, t.brandId),
    ...tenantPolicy(),
  ],
);

/** A source attached to an answer, once per canonical URL. */
export const citation = tracking.table(
  "citation",
  {
    orgId: orgId(),
    answerId: uuid().notNull().$type<AnswerId>(),
    ordinal: integer().notNull(),
    url: text().notNull(),
    canonicalUrl: text().notNull(),
    domain: text().notNull(),
    title: text(),
    kind: text().notNull().$type<"cited" | "linked" | "retrieved">(),
    ownerBrandId: uuid().$type<BrandId>(),
    spans: jsonb().notNull().$type<readonly Span[]>(),
    /** What kind of site and of page it is, by a published taxonomy; null where it was read before there was one. */
    domainClass: text().$type<DomainClass>(),
    pageType: text().$type<PageType>(),
    taxonomyVersion: text(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.answerId, t.ordinal] }),
    foreignKey({ columns: [t.orgId, t.answerId], foreignColumns: [answer.orgId, answer.id] }),
    index("citation_domain_idx").on(t.orgId, t.domain),
    ...tenantPolicy(),
  ],
);

/** Which lines of which captured files a project already holds: the same line twice makes no second answer. */
export const importedLine = tracking.table(
  "imported_line",
  {
    orgId: orgId(),
    projectId: uuid().notNull().$type<ProjectId>(),
    lineSha256: text().notNull(),
    askId: uuid().notNull().$type<AskId>(),
    importedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.projectId, t.lineSha256] }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    foreignKey({ columns: [t.orgId, t.askId], foreignColumns: [ask.orgId, ask.id] }),
    ...tenantPolicy(),
  ],
);
