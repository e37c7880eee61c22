import { z } from "zod";
import type { EngineStateDto } from "@/server/engine-health/contract";
import type { OrgId } from "@/server/kernel/id";

const FunctionId = z.string().min(1).max(200);

/** Where a page of the list begins: the `next` of the page before, a moment and a number. */
const Place = z.string().max(60).refine(isPlace, "is no place in the list");

export const ListDeadLettersInput = z.object({
  functionId: FunctionId.optional(),
  after: Place.optional(),
});
export type ListDeadLettersInput = z.input<typeof ListDeadLettersInput>;

/** The list's filter as it came in an address, where the function is called `function`: what can't be read counts as left out. */
export function readLetterFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
): z.infer<typeof ListDeadLettersInput> {
  const [functionId, after] = [FunctionId.safeParse(params.function), Place.safeParse(params.after)];
  return {
    ...(functionId.success && { functionId: functionId.data }),
    ...(after.success && { after: after.data }),
  };
}

/** A letter's id is the runtime's own for that run of a function; a `RunId` is a run of a panel. */
export const DeadLetterInput = z.object({ letterId: z.uuid() });
export type DeadLetterInput = z.input<typeof DeadLetterInput>;

export const RetryDeadLettersInput = z.object({ functionId: FunctionId, after: Place.optional() });
export type RetryDeadLettersInput = z.input<typeof RetryDeadLettersInput>;

const EngineId = z.string().min(1).max(100);

/** `reason` is read by customers: a few words that go on after "is paused:". */
export const PauseEngineInput = z.object({ engineId: EngineId, reason: z.string().trim().min(3).max(200) });
export type PauseEngineInput = z.input<typeof PauseEngineInput>;

export const ResumeEngineInput = z.object({ engineId: EngineId });
export type ResumeEngineInput = z.input<typeof ResumeEngineInput>;

/** `org`: an org's address; null for everybody. `percent`: null takes the rule back. */
export const SetFlagInput = z.object({
  flagId: z.string().max(120),
  org: z.string().trim().min(1).max(100).nullable(),
  percent: z.int().min(0).max(100).nullable(),
  reason: z.string().trim().min(3).max(200),
});
export type SetFlagInput = z.input<typeof SetFlagInput>;

// Below: what screens get. Moments are ISO 8601 in UTC; texts of jobs are cut, and controls of direction are in sight.

/** A text of a job: somebody else's words. `cut`: there was more. */
export interface ShownText {
  readonly text: string;
  readonly cut: boolean;
}

/** What the job was about, as far as its event says: an org, and a run of a panel. */
export interface LetterSubject {
  readonly orgId: OrgId;
  /** The org's address; null when there is no such org. */
  readonly orgSlug: string | null;
  readonly runId: string | null;
}

export interface DeadLetterItem {
  readonly letterId: string;
  readonly functionId: string;
  readonly eventName: string;
  readonly error: { readonly name: string; readonly message: ShownText };
  readonly failedAt: string;
  readonly subject: LetterSubject | null;
}

export interface DeadLettersPage {
  readonly letters: readonly DeadLetterItem[];
  /** `after` of the next page; null on the last. */
  readonly next: string | null;
}

export interface LetterCount {
  readonly functionId: string;
  readonly letters: number;
}

export interface LetterStep {
  readonly name: string | null;
  readonly state: "succeeded" | "failed" | "unfinished";
  /** Its result as JSON, or its error in words; null when there is none. */
  readonly body: ShownText | null;
}

export interface LetterIntervention {
  readonly action: "retried" | "dropped";
  /** The person's name, where it is known. */
  readonly by: string;
  readonly at: string;
}

export interface DeadLetterDto extends DeadLetterItem {
  readonly startedAt: string | null;
  /** As JSON, indented. */
  readonly event: ShownText;
  readonly stack: ShownText | null;
  readonly steps: readonly LetterStep[];
}

/** One letter, or what became of it: somebody else may have handled it since the list was shown. */
export interface LetterPage {
  /** Null: it is no dead letter any more. */
  readonly letter: DeadLetterDto | null;
  /** Oldest first. */
  readonly interventions: readonly LetterIntervention[];
}

/** What one request of a retry of many did. */
export interface RetriedPage {
  readonly retried: number;
  /** Where the next request goes on; null when all have been looked at. */
  readonly next: string | null;
}

function isPlace(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d{1,6})?([+-]\d{2})(?::\d{2})?~\d{1,18}$/.exec(
    text,
  );
  if (!parts) return false;
  const [, day, time, zone] = parts;
  return !Number.isNaN(Date.parse(`${day}T${time}${zone}:00`));
}

const Payer = z.enum(["platform", "own_key", "sandbox"]);
/** Whose money an answer was bought with: ours, the customer's own account with the vendor, or nobody's. */
export type Payer = z.infer<typeof Payer>;

/** A month of UTC days, and what a credit is taken to bring in, in US dollars; left out: what the server assumes. */
export const MarginInput = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/, "is no month like 2026-11")
    .optional(),
  payer: Payer.default("platform"),
  creditUsd: z.number().min(0).max(10, "is more than 10 dollars").optional(),
});
export type MarginInput = z.input<typeof MarginInput>;

/** The report's choices as they came in an address, the dollars as `credit`: what can't be read counts as left out. */
export function readMarginChoice(
  params: Readonly<Record<string, string | string[] | undefined>>,
): z.infer<typeof MarginInput> {
  const { month, payer, creditUsd } = MarginInput.shape;
  const typed = typeof params.credit === "string" && params.credit !== "" ? Number(params.credit) : undefined;
  const [chosen, dollars] = [month.safeParse(params.month), creditUsd.safeParse(typed)];
  return {
    payer: payer.catch("platform").parse(params.payer),
    ...(chosen.success && chosen.data !== undefined && { month: chosen.data }),
    ...(dollars.success && dollars.data !== undefined && { creditUsd: dollars.data }),
  };
}

/** What so many asks cost and brought in. Money in micros (millionths of a US dollar). */
export interface MarginDto {
  readonly answers: number;
  readonly credits: number;
  /** Of the calls that say what they used. */
  readonly knownCostMicros: number;
  /** Calls of which nobody knows the cost; they count with the estimate of their price version. */
  readonly uncosted: number;
  /** All calls: what is known and what is assumed. 0 where somebody else paid. */
  readonly costMicros: number;
  /** What the answers were expected to cost at most, by their price versions; null where a version doesn't say. */
  readonly expectedMicros: number | null;
  readonly costPerAnswerMicros: number | null;
  readonly revenueMicros: number;
  readonly marginMicros: number;
  /** Of the revenue, from -∞ to 1; null without revenue. */
  readonly marginShare: number | null;
}

export interface EngineMarginDto extends MarginDto {
  readonly engineId: string;
  readonly label: string;
  /** Under which weights the runs were priced, oldest first. */
  readonly priceVersions: readonly number[];
}

export interface MarginReportDto {
  /** YYYY-MM. */
  readonly month: string;
  readonly payer: Payer;
  /** Of which there is something in the month, in the order of the type. */
  readonly payers: readonly Payer[];
  /** What a credit is taken to bring in, in US dollars, and what the server would assume. */
  readonly creditUsd: number;
  readonly assumedCreditUsd: number;
  /** The most expensive first. */
  readonly engines: readonly EngineMarginDto[];
  /** YYYY-MM-DD, latest first. */
  readonly days: readonly (MarginDto & { readonly day: string })[];
  readonly total: MarginDto;
}

/** An engine that an operator switched off, or on again. */
export interface EngineActionDto {
  readonly id: number;
  readonly action: "paused" | "resumed";
  readonly engineId: string;
  readonly label: string;
  /** What customers read; null for a resumption. */
  readonly reason: string | null;
  /** The person's name, where it is known. */
  readonly by: string;
  readonly at: string;
}

export interface OperatedEnginesDto {
  /** In the registry's order. */
  readonly engines: readonly EngineStateDto[];
  /** Latest first. */
  readonly actions: readonly EngineActionDto[];
}

export interface FlagRuleDto {
  /** The org's address; null for everybody. */
  readonly org: string | null;
  readonly percent: number;
}

export interface FlagDto {
  readonly id: string;
  readonly about: string;
  readonly owner: string;
  /** YYYY-MM-DD. */
  readonly expires: string;
  readonly expired: boolean;
  /** What it is where no rule says otherwise. */
  readonly otherwise: boolean;
  /** Everybody's first, then by address. */
  readonly rules: readonly FlagRuleDto[];
}

export interface FlagActionDto {
  readonly id: number;
  readonly flagId: string;
  readonly org: string | null;
  readonly percent: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface FlagsDto {
  readonly flags: readonly FlagDto[];
  /** Latest first. */
  readonly actions: readonly FlagActionDto[];
}
