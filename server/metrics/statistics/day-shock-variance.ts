import { chiSquaredQuantile, ONE_SIDED } from "./quantiles";

interface DatedTrial {
  readonly hit: boolean;
  readonly day: string | null;
}

/**
 * V_day, the variance of V from what all prompts of a day share: the variance over days of the daily means of
 * (answer − its prompt's rate), over the number of days. With every prompt asked on every day this is Var(daily panel
 * means)/days. Null unless shocks can be seen: three days or more, and V_day above `within` by more than chance allows at
 * 5 % (chi-squared on days − 1), because the larger of two estimates of the same variance would widen every interval.
 * Source: methodology v1.
 */
export function dayShockVariance(
  prompts: readonly (readonly DatedTrial[])[],
  within: number | null,
): number | null {
  if (within === null || within === 0) return null;
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
  if (days.size < 3) return null;
  const freedom = days.size - 1;
  const means = [...days.values()].map(({ sum, n }) => sum / n);
  const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const variance = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / freedom / days.size;
  return variance > (within * chiSquaredQuantile(ONE_SIDED, freedom)) / freedom ? variance : null;
}
