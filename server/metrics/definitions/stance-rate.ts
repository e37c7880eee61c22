import { isShown } from "../answer-states";
import type { MetricValue, Stance } from "../contract";
import { measureRate } from "../measure-rate";
import { trialsByPrompt } from "../trials-by-prompt";
import type { WindowSample } from "../window-sample";

/** What the stances of a brand have in common: each is a part of the same mentions. */
export const STANCE_RATE = {
  unit: "percent",
  scope: "brand",
  counted: "mentions",
  denominator:
    "mentions with a stance in answered, refused and empty answers to prompts that don't name the brand themselves",
} as const;

/** The formula of a stance's rate, in the words of all of them. */
export function stanceFormula(stance: Stance): string {
  return `(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when the mention's stance is ${stance}, over mentions alone`;
}

/** How many of the brand's mentions have this stance; those that nobody judged are no data. */
export function rateOfStance(stance: Stance): (sample: WindowSample, brandId: string) => MetricValue {
  return (sample, brandId) =>
    measureRate(
      trialsByPrompt(sample, {
        prompts: "unbranded",
        counts: (answer) => isShown(answer.state) && answer.stances[brandId] !== undefined,
        hit: (answer) => answer.stances[brandId] === stance,
      }),
    );
}
