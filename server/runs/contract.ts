import { z } from "zod";
import type { AskState, RunState, Surface } from "@/db/schema";
import { IdempotencyKey } from "@/server/idempotency/contract";
import { type PanelId, PanelVersionId, ProjectId, RunId } from "@/server/kernel/id";
import type { PlanPrecision } from "@/server/metrics";

export const MAX_REPEATS = 28;
const MAX_ENGINES = 20;
export const MAX_PLANNED_PROMPTS = 2000;
/** On average. */
export const WEEKS_A_MONTH = 365.25 / 12 / 7;

const Grid = z.object({
  projectId: ProjectId,
  panelVersionId: PanelVersionId,
  engineIds: z.array(z.string()).min(1, "choose at least one engine").max(MAX_ENGINES),
  /** Asks of each prompt × engine. */
  repeats: z.int().min(1).max(MAX_REPEATS, `is ${MAX_REPEATS} at most: four weeks of a daily run`).default(1),
});

/** What a person starts from a screen. */
export const StartRunInput = Grid.extend({ idempotencyKey: IdempotencyKey });
export type StartRunInput = z.input<typeof StartRunInput>;

export const RequestRunInput = StartRunInput.extend({
  /** What to do when the wallet can't pay: refuse (a person asks) or wait for credits (a schedule does). */
  whenUnpaid: z.enum(["refuse", "wait"]).default("refuse"),
  /** Sandbox only: the simulated moment of the run, and the surface that recorded answers were captured from. */
  simulated: z
    .object({ observedAt: z.date().optional(), surface: z.literal("capture").optional() })
    .default({}),
});
export type RequestRunInput = z.input<typeof RequestRunInput>;

export const QuoteRunInput = Grid;
export type QuoteRunInput = z.input<typeof QuoteRunInput>;

/** Of a panel that is asked over a week, one answer a prompt and day where there are up to seven. */
export const PlanPanelInput = z.object({
  projectId: ProjectId,
  panelVersionId: PanelVersionId,
  engineIds: z.array(z.string()).min(1, "choose at least one engine").max(MAX_ENGINES),
  /** Prompts that name no brand themselves. */
  prompts: z.int().min(1).max(MAX_PLANNED_PROMPTS),
  /** Of each of them in a week, on each engine. */
  answers: z.int().min(1).max(MAX_REPEATS),
  /** The presence that is expected. */
  rate: z.number().min(0.01).max(0.99),
});
export type PlanPanelInput = z.input<typeof PlanPanelInput>;

export const RunOptionsInput = z.object({ projectId: ProjectId });
export type RunOptionsInput = z.input<typeof RunOptionsInput>;

export const ListRunsInput = z.object({
  projectId: ProjectId,
  /** The `next` of the page before: runs requested before it. */
  before: RunId.optional(),
  limit: z.int().min(1).max(100).default(25),
});
export type ListRunsInput = z.input<typeof ListRunsInput>;

/** A run as the page of its project shows it. */
export const RunPageInput = z.object({ projectId: ProjectId, runId: RunId });
export type RunPageInput = z.input<typeof RunPageInput>;

/** What a person does with a run that is there: cancel it, ask its failed asks again. */
export const ChangeRunInput = z.object({ runId: RunId, idempotencyKey: IdempotencyKey });
export type ChangeRunInput = z.input<typeof ChangeRunInput>;

export type AskCounts = Readonly<Record<AskState, number>>;

// Below: what screens get. Credits are whole credits, moments ISO 8601 in UTC.

export interface EngineName {
  readonly engineId: string;
  readonly label: string;
}

/** The other run of a retry. */
export interface RunLink {
  readonly runId: RunId;
  readonly state: RunState;
  readonly requestedAt: string;
}

export interface RunFacts {
  readonly runId: RunId;
  readonly kind: "ask" | "import";
  readonly state: RunState;
  /** In a state that it never leaves. */
  readonly ended: boolean;
  /** Made-up or replayed answers. */
  readonly sandbox: boolean;
  /** The moment that a sandbox run stands for; null where its answers stand for when they were given. */
  readonly simulatedAt: string | null;
  readonly requestedAt: string;
  readonly closedAt: string | null;
  readonly panel: { readonly name: string; readonly version: number };
  readonly repeats: number;
  readonly priceCredits: number;
  readonly asks: AskCounts;
  readonly retryOf: RunLink | null;
  readonly retriedBy: RunLink | null;
}

export interface RunListItem extends RunFacts {
  readonly engines: readonly EngineName[];
  readonly settledCredits: number;
}

export interface RunsPage {
  /** Newest request first. */
  readonly runs: readonly RunListItem[];
  /** What `before` has to be for the next page; null at the end. */
  readonly next: RunId | null;
}

/** Asks that ended without an answer, and why, in words that may be shown. */
export interface FailureGroup extends EngineName {
  readonly state: "failed" | "orphaned";
  readonly reason: string;
  /** What asking again would do. */
  readonly advice: string;
  readonly asks: number;
}

export interface RunProgress {
  /** Asks that were answered, failed, orphaned or cancelled. */
  readonly ended: number;
  /** Every ask of the run; before they are planned, as many as will be. */
  readonly total: number;
  /** When the credits were reserved, which is when asking began. */
  readonly startedAt: string | null;
  /** By the rate of the last minute's answers; null when that says nothing. */
  readonly secondsLeft: number | null;
}

/** The failed and orphaned asks of an ended run, asked again at today's price; or why they can't be. */
export interface RetryOffer {
  readonly asks: number;
  readonly credits: number;
  readonly problem: string | null;
  /** What is to be known of their engines: one that isn't answering at the moment. */
  readonly resting: readonly string[];
}

export interface RunPageDto extends RunFacts {
  readonly engines: readonly (EngineName & {
    readonly surface: Surface;
    /** Credits per answer, as the run was priced; null for imports. */
    readonly credits: number | null;
    readonly asks: AskCounts;
  })[];
  /** Why the run itself could not go on; null otherwise. */
  readonly failure: string | null;
  readonly failures: readonly FailureGroup[];
  readonly credits: { readonly reserved: number; readonly settled: number; readonly released: number };
  readonly progress: RunProgress;
  /** Null where there is nothing to ask again, or a retry has done it. */
  readonly retry: RetryOffer | null;
  /** What the org could reserve now. */
  readonly available: number;
  /** Whether the reader may cancel and retry it. */
  readonly mayChange: boolean;
}

export interface EngineOption extends EngineName {
  readonly surface: Surface;
  /** Credits per answer. */
  readonly credits: number;
  /** Credits for a page that showed no answer. */
  readonly noAnswerShownCredits: number;
  /** Null when it can be asked now, else what is missing, or why it is paused. */
  readonly problem: string | null;
  /** Why asks of it may end without an answer at the moment; null when nothing speaks for that. */
  readonly resting: string | null;
}

export interface RunOptionsDto {
  /** By name, each at its newest version. */
  readonly panels: readonly {
    readonly panelId: PanelId;
    readonly panelVersionId: PanelVersionId;
    readonly name: string;
    readonly version: number;
    readonly prompts: number;
  }[];
  /** The panel of the newest run, which most runs ask again. */
  readonly usualPanelId: PanelId | null;
  readonly engines: readonly EngineOption[];
  /** What the newest run asked, or two to begin with; all of them can be asked now. In the order of `engines`. */
  readonly usualEngineIds: readonly string[];
  readonly maxRepeats: number;
  readonly maxPlannedPrompts: number;
  /** Every answer would be made up. */
  readonly sandbox: boolean;
  readonly available: number;
  /** Whether the reader may start a run. */
  readonly mayStart: boolean;
}

export interface RunPlanDto {
  readonly panel: { readonly panelId: PanelId; readonly name: string; readonly version: number };
  /** Prompts of the panel as it is, without and with a brand's name in them. */
  readonly unbranded: number;
  readonly branded: number;
  readonly asksAWeek: number;
  readonly creditsAWeek: number;
  readonly creditsAMonth: number;
  /** Whole weeks that the credits there are pay for; null where a week costs nothing. */
  readonly weeksLeft: number | null;
  /** All in shares; null where a week is too small for anything but counts. */
  readonly precision: PlanPrecision | null;
  /** The same in words, a sentence each. */
  readonly says: readonly string[];
  /** Prompts with which a change of five points is found four times in five; null: more than the planner knows. */
  readonly promptsForChange: number | null;
}

export interface RunQuoteDto {
  readonly prompts: number;
  readonly repeats: number;
  readonly asks: number;
  /** What the run reserves: the full price of every answer. */
  readonly credits: number;
  readonly engines: readonly (EngineName & { readonly asks: number; readonly credits: number })[];
  readonly available: number;
  /** What is left for other runs once it is reserved; below zero when it can't be paid. */
  readonly availableAfter: number;
  readonly payable: boolean;
  /** What the numbers of this run alone can and can't say. */
  readonly precision: string;
  /** What is to be known of its engines: one that isn't answering at the moment. */
  readonly resting: readonly string[];
}
