import { z } from "zod";
import { STANCES, type Stance } from "@/server/extraction/contract";
import { type AnswerId, BrandId, ProjectId, ReviewItemId } from "@/server/kernel/id";

/** What is reviewed where a project says nothing: facts below this confidence, and this share of its answers. */
export const DEFAULT_SETTING = { confidence: 0.7, share: 0.02 } as const;

/** Settled facts that it takes to say how good the extractor is: below, an interval says next to nothing. */
export const ENOUGH = 20;

/** Is the brand named here; how is it spoken of; which brands were missed in the whole answer. */
export type ReviewQuestion = "named" | "stance" | "missed";

/** Below the threshold, or drawn by chance: only what was drawn says how good the extractor is. */
export const ReviewReason = z.enum(["threshold", "sample"]);
export type ReviewReason = z.infer<typeof ReviewReason>;

/** `other`: another brand of the project is meant (of a missed one: these were missed). A stance answers how. */
export const Verdict = z.enum(["yes", "no", "other", ...STANCES]);
export type Verdict = z.infer<typeof Verdict>;

const NOTE = 1_000;

export const ReviewProjectInput = z.object({ projectId: ProjectId });
export type ReviewProjectInput = z.input<typeof ReviewProjectInput>;

export const SaveReviewSettingInput = z.object({
  projectId: ProjectId,
  confidence: z.number().min(0).max(1),
  share: z.number().min(0).max(1),
});
export type SaveReviewSettingInput = z.input<typeof SaveReviewSettingInput>;

/** Without `itemId` the next one that waits for this person. */
export const ClaimItemInput = z.object({
  projectId: ProjectId,
  reason: ReviewReason.optional(),
  itemId: ReviewItemId.optional(),
});
export type ClaimItemInput = z.input<typeof ClaimItemInput>;

export const DecideItemInput = z.object({
  itemId: ReviewItemId,
  /** Of the claim. */
  token: z.uuid(),
  verdict: Verdict,
  /** For `other` alone: whose name it is, or which brands were missed. */
  brandIds: z.array(BrandId).max(100),
  note: z.string().trim().max(NOTE).optional(),
  /** Keep it as an example of what is right. */
  gold: z.boolean().default(false),
});
export type DecideItemInput = z.input<typeof DecideItemInput>;

export const UndoDecisionInput = z.object({ itemId: ReviewItemId });
export type UndoDecisionInput = z.input<typeof UndoDecisionInput>;

export const SkipItemInput = z.object({ itemId: ReviewItemId, token: z.uuid() });
export type SkipItemInput = z.input<typeof SkipItemInput>;

export interface ReviewSetting {
  /** 0 to 1. */
  readonly confidence: number;
  /** 0 to 1. */
  readonly share: number;
}

export interface ReviewQueueDto {
  readonly setting: ReviewSetting;
  /** Items by reason. `waiting`: nobody decided them; `mine`: those of them that this person may take. */
  readonly counts: Readonly<
    Record<ReviewReason, { readonly waiting: number; readonly mine: number; readonly decided: number }>
  >;
  /** The latest decisions of anybody, newest first: at most twenty. */
  readonly latest: readonly DecisionDto[];
}

export interface DecisionDto {
  readonly itemId: ReviewItemId;
  readonly answerId: AnswerId;
  readonly question: ReviewQuestion;
  readonly brand: string | null;
  readonly verdict: Verdict;
  readonly verdictBrands: readonly string[];
  readonly note: string | null;
  /** By this person. */
  readonly mine: boolean;
  /** ISO moment. */
  readonly decidedAt: string;
}

/** An item that somebody holds: what they need to decide, and nothing of what another reviewer held. */
export interface ClaimedItemDto {
  readonly itemId: ReviewItemId;
  readonly token: string;
  readonly question: ReviewQuestion;
  readonly reason: ReviewReason;
  readonly answerId: AnswerId;
  readonly brand: { readonly brandId: BrandId; readonly name: string } | null;
  /** What the extractor held when the item was made. */
  readonly held: {
    readonly named: "named" | "undecided" | "missing";
    readonly stance: Stance | null;
    readonly confidence: number;
  };
  readonly prompt: string;
  readonly engine: string;
  /** ISO moment. */
  readonly observedAt: string;
  readonly text: string;
  /** Half-open ranges of UTF-16 units into `text`. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** All brands that are matched, and for a missed one whether the extractor found them. */
  readonly brands: readonly { readonly brandId: BrandId; readonly name: string; readonly found: boolean }[];
}

/** A rate of settled facts with its 95 % interval; null where there are too few. */
export interface MeasuredRate {
  readonly right: number;
  readonly of: number;
  readonly rate: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface QualityDto {
  /** Of the drawn facts that two people decided. Null: none yet. `kappa` null: both always said the same one thing. */
  readonly agreement: {
    readonly pairs: number;
    readonly agreed: number;
    readonly share: number;
    readonly kappa: number | null;
  } | null;
  /** Newest first: by the month of the answers, UTC, and the version that read them. */
  readonly months: readonly {
    readonly month: string;
    readonly extractorVersion: string;
    /** Of the brands that it named, those that are named. */
    readonly precision: MeasuredRate;
    /** Of the brands that are named, those that it named. */
    readonly recall: MeasuredRate;
    /** Two people disagree: counted in neither. */
    readonly disputed: number;
  }[];
}
