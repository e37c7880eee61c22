import { isShown } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { trialsByPrompt } from "../trials-by-prompt";

export const conversion = defineMetric({
  id: "conversion",
  label: "Citation conversion",
  unit: "percent",
  headline: false,
  better: "higher",
  scope: "brand",
  counted: "answers",
  description:
    "Of the answers for which the engine looked at a page of the brand's, how many cite one: whether it is read and used, or read and left.",
  formula:
    "(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when at least one cited URL is on an owned domain, over answers with a retrieved one alone",
  denominator:
    "answered, refused and empty answers for which a page of the brand's was retrieved, to prompts that don't name the brand themselves",
  compute: (sample, brandId) =>
    measureRate(
      trialsByPrompt(sample, {
        prompts: "unbranded",
        counts: (answer) => isShown(answer.state) && (answer.retrievedOwners?.includes(brandId) ?? false),
        hit: (answer) => (answer.citedOf[brandId] ?? 0) > 0,
      }),
    ),
});
