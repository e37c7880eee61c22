import type { Interval } from "../contract";
import { type DayVariance, daysDiffer } from "./day-variance";
import { type PromptCount, summarise } from "./prompt-count";
import { normalQuantile, TWO_SIDED, tQuantile } from "./quantiles";
import { ruleOfThree } from "./rule-of-three";
import { wilson } from "./wilson";

/**
 * v_w = K⁻² Σ_k x̄_k(1 − x̄_k)/(m_k − 1): the variance of V when the prompts are given. A prompt with a single answer has
 * no variance of its own and takes the mean of the others; null when fewer than half of the prompts have two answers.
 */
export function withinVariance(prompts: readonly PromptCount[]): number | null {
  const repeated = prompts.filter((prompt) => prompt.n >= 2);
  if (repeated.length === 0 || repeated.length * 2 < prompts.length) return null;
  let variance = 0;
  let spread = 0;
  for (const { hits, n } of repeated) {
    const rate = hits / n;
    variance += (rate * (1 - rate)) / (n - 1);
    spread += (rate * (1 - rate) * n) / (n - 1);
  }
  const singles = prompts.length - repeated.length;
  return (variance + (singles * spread) / repeated.length) / prompts.length ** 2;
}

/**
 * 95 % interval of the rate "on these prompts": Wilson on n_eff = max(n, V(1 − V)/v_w), n being Kish's where repeats are
 * unequal. Null when the prompts have too few repeats (m = 1). Two decisions for the edges: v_w is never taken below 3/n²
 * (the rule of three on disagreeing answers), so that prompts which are all-or-nothing don't give an interval of width
 * zero; with no hit, or nothing but hits, the open end is the rule of three on n.
 * @param days V_day from `dayVariance`: where days differ by more than prompts explain it takes the place of a smaller v_w,
 * with t of its own degrees of freedom, and may push n_eff below n
 * Source: methodology v2; stratified variance as in Cochran 1977, "Sampling Techniques", section 5.3.
 */
export function panelInterval(prompts: readonly PromptCount[], days: DayVariance | null): Interval | null {
  const within = withinVariance(prompts);
  if (within === null) return null;
  const { rate, weighted } = summarise(prompts);
  if (rate === 0) return { low: 0, high: ruleOfThree(weighted) };
  if (rate === 1) return { low: 1 - ruleOfThree(weighted), high: 1 };
  const binomial = rate * (1 - rate);
  const effective = Math.max(weighted, binomial / Math.max(within, 3 / weighted ** 2));
  if (daysDiffer(days) && days.variance > binomial / effective)
    return wilson(rate, binomial / days.variance, tQuantile(TWO_SIDED, days.df));
  return wilson(rate, effective, normalQuantile(TWO_SIDED));
}
