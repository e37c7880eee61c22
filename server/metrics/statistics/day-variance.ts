import { fTail } from "./f-tail";
import type { PromptCount } from "./prompt-count";

/** One yes-or-no observation; without a day it is left out of what is seen between days. */
export interface DatedTrial {
  readonly hit: boolean;
  readonly day: string | null;
}

/** What a day's answers had in common: the mean of (answer − its prompt's rate) over the day's `n` answers. */
export interface DayMean {
  readonly mean: number;
  readonly n: number;
}

/** The variance of V as its days show it. */
export interface DayVariance {
  /** V_day, in shares squared. */
  readonly variance: number;
  /** Days less one. */
  readonly df: number;
  /** The probability of days this far apart if prompts did nothing in common. */
  readonly p: number;
}

/** Days from which an interval takes a variance between days. */
const FEWEST_DAYS = 3;

/** The level below which days count as further apart than prompts by themselves explain. */
const DAYS_DIFFER = 0.25;

/**
 * V_day, the variance of V from what all prompts of a day share: the variance over days of the daily means, over the
 * number of days. With every prompt asked on every day this is Var(daily panel means)/days. `p` is that of the F test of a
 * two-way analysis of variance: days against what is left of each answer without its prompt and its day. Null where it
 * can't be seen: fewer than three days, or no answer left to compare with.
 * Source: methodology v2; Scheffé 1959, "The Analysis of Variance", section 4.2.
 */
export function dayVariance(prompts: readonly PromptCount[], days: readonly DayMean[]): DayVariance | null {
  const df = days.length - 1;
  const answers = prompts.reduce((sum, { n }) => sum + n, 0);
  const left = answers - prompts.length - df;
  if (days.length < FEWEST_DAYS || left < 1) return null;
  const within = prompts.reduce((sum, { hits, n }) => sum + hits * (1 - hits / n), 0);
  const between = days.reduce((sum, { mean, n }) => sum + n * mean ** 2, 0);
  const residual = Math.max(0, within - between) / left;
  const p = between === 0 ? 1 : fTail(between / df / residual, df, left);
  return { variance: varianceOfDays(days), df, p };
}

/** Whether days are further apart than prompts by themselves explain, at 25 %. */
export function daysDiffer(days: DayVariance | null): days is DayVariance {
  return days !== null && days.p <= DAYS_DIFFER;
}

/** The mean of (answer − its prompt's rate) over all prompts, for each day that has an answer. */
export function dayMeans(prompts: readonly (readonly DatedTrial[])[]): DayMean[] {
  const days = new Map<string, { sum: number; n: number }>();
  for (const trials of prompts) {
    const rate = trials.filter((trial) => trial.hit).length / trials.length;
    for (const { hit, day } of trials) {
      if (day === null) continue;
      const total = days.get(day) ?? { sum: 0, n: 0 };
      total.sum += Number(hit) - rate;
      total.n += 1;
      days.set(day, total);
    }
  }
  return [...days.values()].map(({ sum, n }) => ({ mean: sum / n, n }));
}

/** The variance of a mean over days, from at least two daily means. */
export function varianceOfDays(days: readonly DayMean[]): number {
  const centre = days.reduce((sum, { mean }) => sum + mean, 0) / days.length;
  return days.reduce((sum, { mean }) => sum + (mean - centre) ** 2, 0) / (days.length - 1) / days.length;
}
