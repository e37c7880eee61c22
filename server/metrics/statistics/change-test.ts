import { type DatedTrial, type DayMean, dayMeans, varianceOfDays } from "./day-variance";
import { detectableEffect } from "./detectable-effect";
import { twoSidedP } from "./f-tail";
import { withinVariance } from "./panel-interval";
import { type PromptCount, summarise } from "./prompt-count";
import { TWO_SIDED, tQuantile } from "./quantiles";

/** One prompt in both windows, with at least one trial in each. */
export interface PairedPrompt {
  readonly before: readonly DatedTrial[];
  readonly after: readonly DatedTrial[];
}

/** What the test needs of one window: the counts of each prompt, and the daily means of `dayMeans`. */
export interface WindowTally {
  readonly prompts: readonly PromptCount[];
  readonly dayMeans: readonly DayMean[];
}

/** Why two windows can't be told apart, whatever they hold. */
export type Untestable = "one_prompt" | "no_repeats" | "one_day";

/** A change of V between two windows, in shares (0.05 = five points). */
export interface Change {
  readonly kind: "tested";
  /** D: after − before, the mean of the prompts' differences. */
  readonly difference: number;
  /** 95 % interval of the change; both ends in [−1, 1]. */
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** The smallest change that this test would find with 80 % power. */
  readonly detectable: number;
  readonly prompts: number;
}

export type ChangeResult = Change | { readonly kind: "untestable"; readonly reason: Untestable };

/**
 * Tests whether V differs between two windows of the same panel: D = mean_k d_k, t = D/√max(V_prompt, V_day) with
 * df = min(K − 1, days before + days after − 2). V_prompt = Var(d_k)/K sees what prompts do by themselves, V_day what all
 * prompts of a day share. The variance is never taken below 3/n² of each window, as in `panelInterval`, so that prompts
 * which are all or nothing don't make any difference certain.
 * Untestable: fewer than two prompts; half of the prompts asked once in a window (m = 1); a window of a single day.
 * Source: methodology v1; paired t test of Student 1908, Biometrika 6; daily means as clusters as in Kish 1965.
 */
export function testChange(prompts: readonly PairedPrompt[]): ChangeResult {
  return compareTallies(tally(prompts.map(({ before }) => before)), tally(prompts.map(({ after }) => after)));
}

/** The same from tallies; prompt k is the same one in both. */
export function compareTallies(before: WindowTally, after: WindowTally): ChangeResult {
  const k = before.prompts.length;
  if (k < 2) return { kind: "untestable", reason: "one_prompt" };
  const windows = [before, after];
  if (windows.some((window) => withinVariance(window.prompts) === null))
    return { kind: "untestable", reason: "no_repeats" };
  if (windows.some((window) => window.dayMeans.length < 2)) return { kind: "untestable", reason: "one_day" };

  const differences = after.prompts.map((prompt, index) => rate(prompt) - rate(before.prompts[index]));
  const difference = sum(differences) / k;
  const byPrompt = sum(differences.map((own) => (own - difference) ** 2)) / (k - 1) / k;
  const byDay = sum(windows.map((window) => varianceOfDays(window.dayMeans)));
  const floor = sum(windows.map((window) => 3 / summarise(window.prompts).weighted ** 2));

  const standardError = Math.sqrt(Math.max(byPrompt, byDay, floor));
  const df = Math.min(k - 1, before.dayMeans.length + after.dayMeans.length - 2);
  const reach = tQuantile(TWO_SIDED, df) * standardError;
  return {
    kind: "tested",
    difference,
    low: Math.max(-1, difference - reach),
    high: Math.min(1, difference + reach),
    standardError,
    df,
    p: twoSidedP(difference / standardError, df),
    detectable: detectableEffect(standardError, df),
    prompts: k,
  };
}

function tally(prompts: readonly (readonly DatedTrial[])[]): WindowTally {
  return {
    prompts: prompts.map((trials) => ({
      hits: trials.filter((trial) => trial.hit).length,
      n: trials.length,
    })),
    dayMeans: dayMeans(prompts),
  };
}

function rate(prompt: PromptCount | undefined): number {
  return prompt === undefined ? Number.NaN : prompt.hits / prompt.n;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
