import { isShown } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { type TrialRule, trialsByPrompt } from "../trials-by-prompt";

export const presence = defineMetric({
  id: "presence",
  label: "Presence",
  unit: "percent",
  headline: true,
  better: "higher",
  scope: "brand",
  counted: "answers",
  description: "How often an answer names the brand in its prose. Every prompt weighs the same.",
  formula: "V = (1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when the answer names the brand",
  denominator: "answered, refused and empty answers to prompts that don't name the brand themselves",
  compute: (sample, brandId) => measureRate(trialsByPrompt(sample, presenceTrials(brandId))),
});

/** Each real answer to an unbranded prompt as a trial of the brand. */
export function presenceTrials(brandId: string): TrialRule {
  return {
    prompts: "unbranded",
    counts: (answer) => isShown(answer.state),
    hit: (answer) => answer.named.includes(brandId),
  };
}
