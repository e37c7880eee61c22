import type { Interval } from "../contract";
import { type DayVariance, daysDiffer } from "./day-variance";
import { withinVariance } from "./panel-interval";
import { type PromptCount, type PromptSummary, summarise } from "./prompt-count";
import { ONE_SIDED, TWO_SIDED, tQuantile } from "./quantiles";
import { ruleOfThree } from "./rule-of-three";
import { wilson } from "./wilson";

/**
 * DEFF = max(1, (s²/K) / (V(1 − V)/n)), s² = Var_k(x̄_k): how many times wider V's variance is than that of n independent
 * answers. 1 where it can't be seen: a single prompt, or a rate of 0 or 1.
 * Source: Kish 1965, "Survey Sampling", section 8.2.
 */
export function designEffect(prompts: readonly PromptCount[], summary: PromptSummary): number {
  const { k, rate, weighted } = summary;
  const binomial = rate * (1 - rate);
  if (k < 2 || binomial === 0) return 1;
  let squares = 0;
  for (const { hits, n } of prompts) squares += (hits / n - rate) ** 2;
  return Math.max(1, squares / (k - 1) / k / (binomial / weighted));
}

/**
 * 95 % interval of the rate "on prompts like these": Wilson on n/DEFF with t of K − 1 degrees of freedom. With no hit, or
 * nothing but hits, the open end is the rule of three on K; as a hit can't make a high rate less likely, the upper end is
 * never below that of no hit (and the lower one never above that of nothing but hits). Null for one prompt with both.
 * @param days V_day from `dayVariance`: where days differ by more than prompts explain, what it has above v_w is added to
 * the variance, with the degrees of freedom of the sum where they are fewer
 * Source: methodology v2; Wilson on an effective size as in Korn & Graubard 1998, Survey Methodology 24; degrees of freedom:
 * Satterthwaite 1946, Biometrics Bulletin 2.
 */
export function marketInterval(prompts: readonly PromptCount[], days: DayVariance | null): Interval | null {
  return bounds(prompts, days, TWO_SIDED);
}

/** One-sided 95 % upper bound of the same rate; null where `marketInterval` is. */
export function marketUpperBound(prompts: readonly PromptCount[], days: DayVariance | null): number | null {
  return bounds(prompts, days, ONE_SIDED)?.high ?? null;
}

function bounds(
  prompts: readonly PromptCount[],
  days: DayVariance | null,
  probability: number,
): Interval | null {
  const summary = summarise(prompts);
  const { k, rate, weighted } = summary;
  const unseen = ruleOfThree(k);
  if (rate === 0) return { low: 0, high: unseen };
  if (rate === 1) return { low: 1 - unseen, high: 1 };
  if (k < 2) return null;
  const binomial = rate * (1 - rate);
  const byPrompt = (binomial / weighted) * designEffect(prompts, summary);
  const shared = daysDiffer(days) ? Math.max(0, days.variance - (withinVariance(prompts) ?? 0)) : 0;
  const variance = byPrompt + shared;
  const ofSum = days && variance ** 2 / (byPrompt ** 2 / (k - 1) + days.variance ** 2 / days.df);
  const df = shared > 0 && ofSum !== null ? Math.min(k - 1, ofSum) : k - 1;
  const score = wilson(rate, binomial / variance, tQuantile(probability, df));
  return { low: Math.min(score.low, 1 - unseen), high: Math.max(score.high, unseen) };
}
