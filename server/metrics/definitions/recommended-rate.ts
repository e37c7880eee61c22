import { isShown } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { trialsByPrompt } from "../trials-by-prompt";

export const recommendedRate = defineMetric({
  id: "recommended_rate",
  label: "Recommended rate",
  unit: "percent",
  better: "higher",
  scope: "brand",
  counted: "mentions",
  description:
    "Of the answers that name the brand, how many recommend it. Stances are judged by rules unless an answer says otherwise.",
  formula: "(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when the mention's stance is recommended, over mentions alone",
  denominator:
    "mentions with a stance in answered, refused and empty answers to prompts that don't name the brand themselves",
  compute: (sample, brandId) =>
    measureRate(
      trialsByPrompt(sample, {
        prompts: "unbranded",
        counts: (answer) => isShown(answer.state) && answer.judged.includes(brandId),
        hit: (answer) => answer.recommended.includes(brandId),
      }),
    ),
});
