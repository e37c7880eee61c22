import { z } from "zod";

/** What came back for one ask, in the glossary's words. `answer-states.ts` says which denominator each one enters. */
export const AnswerState = z.enum([
  "answered",
  "no_answer_shown",
  "refused",
  "empty",
  "truncated",
  "provider_error",
]);
export type AnswerState = z.infer<typeof AnswerState>;

/** What a prompt asks for. Branded prompts name the brand themselves and never enter presence or share of voice. */
export const PromptIntent = z.enum(["category", "comparison", "problem", "branded"]);
export type PromptIntent = z.infer<typeof PromptIntent>;

/** How an answer speaks of a brand that it names. */
export const Stance = z.enum(["recommended", "listed", "neutral", "cautioned", "negative"]);
export type Stance = z.infer<typeof Stance>;

/** What a metric's values are: shares in [0, 1] said as percent, an index in [0, 1], or a mean place in a list, from 1 on. */
export const MetricUnit = z.enum(["percent", "index", "rank"]);
export type MetricUnit = z.infer<typeof MetricUnit>;

/** A 95 % interval; both ends in the unit of the metric. */
export const Interval = z.object({ low: z.number().nonnegative(), high: z.number().nonnegative() });
export type Interval = z.infer<typeof Interval>;

/** How much a sample allows to be claimed: a level, an early level, or only its counts with a bound. */
export const Evidence = z.enum(["level", "early", "counts"]);
export type Evidence = z.infer<typeof Evidence>;

export const MetricFlag = z.enum([
  /** Fewer than 90 % of the window's asks came back usable. */
  "completion_below_90",
  /** Fewer than 70 %: value, intervals and bound are null; the counts stay. */
  "suppressed_below_70",
  /** Share of voice without a rival in the declared set. */
  "no_rivals",
  /** Share of voice where no answer names any brand of the set. */
  "no_mentions",
  /** Citation share where no answer cites any page. */
  "no_citations",
  /** Support rate where no page was looked at. */
  "no_checks",
  /** Nothing entered the denominator. */
  "no_data",
  /** Too many prompts with a single answer: the panel interval can't be estimated. */
  "no_repeats",
  /** Taken from the answers that happen to have it: which ones these are changes from week to week. */
  "unstable",
]);
export type MetricFlag = z.infer<typeof MetricFlag>;

/**
 * One number with everything needed to judge it, in the unit of its metric. Show it only through `describeMetric`: under
 * evidence "counts" the value alone is noise.
 */
export const MetricValue = z.object({
  /** The mean over prompts of each prompt's rate or mean; shares are a ratio of such means. Null: nothing to say. */
  value: z.number().nonnegative().nullable(),
  /** Hits counted out of `total`. With unequal repeats successes / total isn't the value, and of a mean it never is. */
  successes: z.int().nonnegative(),
  /** What the successes are counted out of, in the word of the metric's `counted`. */
  total: z.int().nonnegative(),
  /** Answers (completion: asks) in the denominator. */
  n: z.int().nonnegative(),
  /** Prompts with at least one of them. */
  k: z.int().nonnegative(),
  /** "On these prompts". */
  panel: Interval.nullable(),
  /** "On prompts like these". */
  market: Interval.nullable(),
  evidence: Evidence,
  /** One-sided 95 % bound of the market rate. */
  upperBound: z.number().min(0).max(1).nullable(),
  flags: z.array(MetricFlag),
  /** Seed of the bootstrap draws; null where the intervals are closed formulas. */
  seed: z.int().nonnegative().nullable(),
});
export type MetricValue = z.infer<typeof MetricValue>;

/** A metric of one engine × surface × window; `brandId` is null for a metric of the engine itself. */
export const MetricRow = MetricValue.extend({
  metricId: z.string(),
  brandId: z.string().nullable(),
  /** Version of the published method, e.g. "v1". */
  method: z.string(),
});
export type MetricRow = z.infer<typeof MetricRow>;

/** `describeMetric` in its parts. Null: not to be said of this row. */
export interface MetricWords {
  /** "41 %", "early: 41 %", "3 of 12 answers, 4 prompts", "no data". */
  readonly value: string;
  /** "panel 35-48 %". */
  readonly panel: string | null;
  /** "market 30-53 %". */
  readonly market: string | null;
  /** "at most 54 %": in place of both intervals where a row has counts only. */
  readonly bound: string | null;
  /** "under 90 % of the asks came back". */
  readonly caution: string | null;
}

/** What may be drawn of a row, all from 0 to 1. A bound is a reach without a point: the counts claim no level. */
export type Drawing =
  | {
      readonly kind: "level";
      readonly value: number;
      readonly panel: Interval | null;
      readonly market: Interval | null;
    }
  | { readonly kind: "bound"; readonly from: number; readonly to: number };

/** Seven UTC days from a Monday: `start` is that day, "YYYY-MM-DD". */
export const MetricWindow = z.object({ start: z.iso.date(), days: z.int().positive() });
export type MetricWindow = z.infer<typeof MetricWindow>;

/** What a window was for a streak. */
export const WindowOutcome = z.enum(["hit", "miss", "no_data"]);
export type WindowOutcome = z.infer<typeof WindowOutcome>;

/** Consecutive hits: at the end and at best; `brokenAt` is the index of the last miss that ended a streak. */
export const Streak = z.object({
  current: z.int().nonnegative(),
  longest: z.int().nonnegative(),
  brokenAt: z.int().nonnegative().nullable(),
});
export type Streak = z.infer<typeof Streak>;

/** Why a current streak may be the last window's: that window isn't decided yet, or was a hit by a single answer. */
export const StreakRisk = z.enum(["undecided", "one_answer"]);
export type StreakRisk = z.infer<typeof StreakRisk>;

/** What a series is made by. Windows that differ in any of these aren't compared. */
export const SeriesPart = z.enum(["method", "panel", "extractor", "brand_set", "contract", "model"]);
export type SeriesPart = z.infer<typeof SeriesPart>;

/** Why two windows say too little: prompts in both, answers to them, completion, one answer a prompt, a single day. */
export const Shortfall = z.enum(["few_prompts", "few_answers", "low_completion", "no_repeats", "one_day"]);
export type Shortfall = z.infer<typeof Shortfall>;

const share = z.number().min(-1).max(1);

/** A tested difference of two windows, all in shares (0.05 = five points). */
const TestedChange = z.object({
  /** After − before, the mean over the prompts in both windows. */
  difference: share,
  /** 95 % interval of the change. */
  low: share,
  high: share,
  /** Two-sided, and adjusted for all comparisons of the sweep (Benjamini–Hochberg). */
  p: z.number().min(0).max(1),
  adjustedP: z.number().min(0).max(1),
  /** The smallest change that this comparison would have found four times in five. */
  detectable: z.number().positive(),
  /** Prompts in both windows. */
  prompts: z.int().positive(),
});

/** What a comparison of two windows says. */
export const Verdict = z.discriminatedUnion("kind", [
  TestedChange.extend({ kind: z.literal("changed") }),
  TestedChange.extend({ kind: z.literal("no_detectable_change") }),
  z.object({ kind: z.literal("not_enough_data"), why: Shortfall }),
  z.object({ kind: z.literal("series_break"), parts: z.array(SeriesPart).min(1) }),
]);
export type Verdict = z.infer<typeof Verdict>;

/** "up" is a rise of the number, whether or not that is good news. */
const Direction = z.enum(["up", "down"]);
/** The start of a window, "YYYY-MM-DD". */
const WindowStart = z.iso.date();

/** Where the alert of one series stands. A raised alert waits for a second window, compared with the same `baseline`. */
export const AlertState = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("quiet") }),
  z.object({
    kind: z.literal("raised"),
    direction: Direction,
    baseline: WindowStart,
    since: WindowStart,
  }),
  z.object({
    kind: z.literal("confirmed"),
    direction: Direction,
    baseline: WindowStart,
    since: WindowStart,
    /** The second window. */
    by: WindowStart,
  }),
]);
export type AlertState = z.infer<typeof AlertState>;
