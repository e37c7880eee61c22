import { z } from "zod";
import { type AnswerId, BrandId, FactId, ProjectId } from "@/server/kernel/id";

/** What a fact is about. */
export const FACT_TOPICS = [
  "price",
  "founding",
  "headquarters",
  "size",
  "feature",
  "integration",
  "limit",
  "other",
] as const;
export const FactTopic = z.enum(FACT_TOPICS);
export type FactTopic = z.infer<typeof FactTopic>;

/** What of a fact can be compared; "text" is for people and the analysis model. `date`: a year, a month or a day. */
export const FactValue = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("number"), number: z.number(), unit: z.string().trim().max(30) }),
  z.object({
    kind: z.literal("date"),
    date: z
      .string()
      .regex(
        /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
        "is a year, as 2014, or a date, as 2014-05-31",
      ),
  }),
  z.object({ kind: z.literal("yes_no"), yes: z.boolean() }),
  z.object({ kind: z.literal("text"), text: z.string().trim().min(1).max(200) }),
]);
export type FactValue = z.infer<typeof FactValue>;

/** How many facts a brand's sheet may have; archived ones don't count. */
export const MAX_FACTS = 200;

export const FactSheetInput = z.object({ brandId: BrandId });
export type FactSheetInput = z.input<typeof FactSheetInput>;

/** Without `factId` a new fact; with it, the whole fact as it shall be from now on. */
export const SaveFactInput = z.object({
  brandId: BrandId,
  factId: FactId.optional(),
  /** The version that was edited: a fact that somebody changed since is not overwritten. */
  version: z.int().min(1).optional(),
  topic: FactTopic,
  statement: z.string().trim().min(3, "says too little").max(300),
  value: FactValue.nullable().default(null),
  sourceUrl: z
    .url({ protocol: /^https?$/, error: "is not a web address such as https://acme.com/pricing" })
    .max(2_000)
    .nullable()
    .default(null),
  validFrom: z.iso.date().nullable().default(null),
});
export type SaveFactInput = z.input<typeof SaveFactInput>;

export const FactInput = z.object({ factId: FactId });
export type FactInput = z.input<typeof FactInput>;

/** What is checked where a project says nothing. */
export const DEFAULT_CHECK_SETTING = { share: 0.25, answersPerRun: 40, pagesPerRun: 20 } as const;

export const SaveCheckSettingInput = z.object({
  projectId: ProjectId,
  /** Share of a run's answers that name the brand, 0 to 1. */
  share: z.number().min(0).max(1),
  answersPerRun: z.int().min(0).max(500),
  pagesPerRun: z.int().min(0).max(200),
});
export type SaveCheckSettingInput = z.input<typeof SaveCheckSettingInput>;

export interface CheckSetting {
  readonly share: number;
  readonly answersPerRun: number;
  readonly pagesPerRun: number;
}

export const StatementVerdict = z.enum(["wrong", "right", "unverifiable"]);
export type StatementVerdict = z.infer<typeof StatementVerdict>;

/** Which statements are looked at; the list keeps it in the address. */
export const StatementFilter = z.object({
  verdict: StatementVerdict.optional(),
  topic: FactTopic.optional(),
  engine: z.string().max(50).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});
export type StatementFilter = z.infer<typeof StatementFilter>;

/** A filter as it came in an address: what can't be read counts as left out. */
export function readStatementFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
): StatementFilter {
  const { shape } = StatementFilter;
  return StatementFilter.parse({
    verdict: shape.verdict.safeParse(params.verdict || undefined).data,
    topic: shape.topic.safeParse(params.topic || undefined).data,
    engine: shape.engine.safeParse(params.engine || undefined).data,
    page: shape.page.safeParse(params.page || undefined).data,
  });
}

/** Statements on a page of the list. */
export const STATEMENTS_A_PAGE = 25;

export const ListStatementsInput = StatementFilter.extend({ projectId: ProjectId });
export type ListStatementsInput = z.input<typeof ListStatementsInput>;

/** A fact as it stood at one version. */
export interface FactVersionDto {
  readonly factId: FactId;
  readonly version: number;
  readonly topic: FactTopic;
  readonly statement: string;
  readonly value: FactValue | null;
  readonly sourceUrl: string | null;
  readonly validFrom: string | null;
  readonly archived: boolean;
  /** ISO moment. */
  readonly savedAt: string;
}

export interface FactDto extends FactVersionDto {
  /** Newest first, without this one. */
  readonly earlier: readonly FactVersionDto[];
  /** Statements whose latest check was decided by this fact. */
  readonly decided: { readonly right: number; readonly wrong: number };
}

export interface FactSheetDto {
  readonly brand: { readonly brandId: BrandId; readonly name: string; readonly own: boolean };
  /** How many versions its facts have: what a check names. */
  readonly version: number;
  /** By topic, then by when they were first saved. */
  readonly facts: readonly FactDto[];
  readonly archived: readonly FactDto[];
}

export interface StatementDto {
  readonly answerId: AnswerId;
  /** In UTF-16 units of the answer's text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Of the fact that decided; where none did, by the statement's words. */
  readonly topic: FactTopic;
  readonly verdict: StatementVerdict;
  /** What it was held against, as it stood then; null: nothing in the sheet says. */
  readonly fact:
    | (Pick<FactVersionDto, "factId" | "version" | "statement" | "value"> & { readonly isCurrent: boolean })
    | null;
  readonly judgedBy: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface ListedStatement extends StatementDto {
  readonly engine: string;
  readonly prompt: string;
  /** ISO moment. */
  readonly observedAt: string;
}

/** A share of some counted things with its 95 % Wilson interval. */
export interface CountedShare {
  readonly count: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

export interface VerdictCounts {
  readonly right: number;
  readonly wrong: number;
  readonly unverifiable: number;
}

export interface StatementsByEngine extends VerdictCounts {
  readonly engineId: string;
  readonly engine: string;
  /** Wrong ones of those that could be held against a fact; null where none could. */
  readonly wrongShare: CountedShare | null;
}

export interface SupportCounts {
  readonly supports: number;
  readonly partly: number;
  readonly unsupported: number;
  readonly unchecked: number;
  /** Of the checked ones, those that support their sentence; null where none was checked. */
  readonly rate: CountedShare | null;
}

export interface StatementListDto {
  readonly brand: { readonly brandId: BrandId; readonly name: string };
  readonly setting: CheckSetting;
  /** Current facts of the brand. */
  readonly facts: number;
  /** Answers that were read. */
  readonly answers: number;
  /** Over all of the project. */
  readonly engines: readonly StatementsByEngine[];
  readonly support: SupportCounts;
  /** What the filter matches. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Wrong ones first, then the newest. */
  readonly statements: readonly ListedStatement[];
}

export const SUPPORT_OUTCOMES = ["supports", "partly", "unsupported", "unchecked"] as const;
export type SupportOutcome = (typeof SUPPORT_OUTCOMES)[number];

export interface SupportDto {
  /** Of the citation, as the answer has it. */
  readonly ordinal: number;
  readonly url: string;
  readonly outcome: SupportOutcome;
  /** Why it is unchecked, in words; null otherwise. */
  readonly why: string | null;
  /** The sentence, in UTF-16 units of the answer's text. */
  readonly start: number;
  readonly end: number;
  /** What the page says nearest to it. */
  readonly excerpt: string | null;
  readonly judgedBy: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** ISO moment. */
  readonly fetchedAt: string | null;
}

export interface AnswerChecksDto {
  readonly brand: { readonly brandId: BrandId; readonly name: string };
  /** Whether the answer was drawn and read. */
  readonly read: boolean;
  readonly facts: number;
  readonly statements: readonly StatementDto[];
  readonly support: readonly SupportDto[];
}
