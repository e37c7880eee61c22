import { isShown } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { trialsByPrompt } from "../trials-by-prompt";

export const retrievalRate = defineMetric({
  id: "retrieval_rate",
  label: "Retrieval rate",
  unit: "percent",
  headline: false,
  better: "higher",
  scope: "brand",
  counted: "answers",
  description:
    "How often the engine looked at a page on a domain that the brand owns, cited or not. Only of engines that show what they look at.",
  formula: "(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when at least one retrieved or cited URL is on an owned domain",
  denominator:
    "answered, refused and empty answers, of engines that show their search results, to prompts that don't name the brand themselves",
  compute: (sample, brandId) =>
    measureRate(
      trialsByPrompt(sample, {
        prompts: "unbranded",
        counts: (answer) => isShown(answer.state) && answer.retrievedOwners !== null,
        hit: (answer) => answer.retrievedOwners?.includes(brandId) ?? false,
      }),
    ),
});
