import { isShown } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { trialsByPrompt } from "../trials-by-prompt";

export const firstNamedRate = defineMetric({
  id: "first_named_rate",
  label: "First named",
  unit: "percent",
  headline: false,
  better: "higher",
  scope: "brand",
  counted: "answers",
  description: "How often an answer names the brand before every other brand of the declared set.",
  formula:
    "(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when the first brand of the set that the answer names is this one",
  denominator: "answered, refused and empty answers to prompts that don't name the brand themselves",
  compute: (sample, brandId) => {
    const declared = new Set(sample.brands);
    return measureRate(
      trialsByPrompt(sample, {
        prompts: "unbranded",
        counts: (answer) => isShown(answer.state),
        hit: (answer) => answer.named.find((brand) => declared.has(brand)) === brandId,
      }),
    );
  },
});
