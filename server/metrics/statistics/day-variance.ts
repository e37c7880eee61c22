/** One yes-or-no observation; without a day it is left out of what is seen between days. */
export interface DatedTrial {
  readonly hit: boolean;
  readonly day: string | null;
}

/** Days from which an interval takes a variance between days. */
const FEWEST_DAYS = 3;

/**
 * V_day, the variance of V from what all prompts of a day share: the variance over days of the daily means of
 * (answer − its prompt's rate), over the number of days. With every prompt asked on every day this is Var(daily panel
 * means)/days. Null where it can't be seen: fewer than three days.
 * @param prompts the trials of each prompt, at least one each; trials without a day are left out
 * Source: methodology v1.
 */
export function dayVariance(prompts: readonly (readonly DatedTrial[])[]): number | null {
  const means = dayMeans(prompts);
  return means.length < FEWEST_DAYS ? null : varianceOfDays(means);
}

/** The mean of (answer − its prompt's rate) over all prompts, for each day that has an answer. */
export function dayMeans(prompts: readonly (readonly DatedTrial[])[]): number[] {
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
  return [...days.values()].map(({ sum, n }) => sum / n);
}

/** The variance of a mean over days, from at least two daily means. */
export function varianceOfDays(means: readonly number[]): number {
  const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  return means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / (means.length - 1) / means.length;
}
