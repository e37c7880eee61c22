import { isShown } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { type TrialRule, trialsByPrompt } from "../trials-by-prompt";

export const citationRate = defineMetric({
  id: "citation_rate",
  label: "Citation rate",
  unit: "percent",
  headline: true,
  better: "higher",
  scope: "brand",
  counted: "answers",
  description: "How often an answer cites at least one page on a domain that the brand owns.",
  formula: "(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when at least one cited URL is on an owned domain",
  denominator: "answered, refused and empty answers to prompts that don't name the brand themselves",
  compute: (sample, brandId) => measureRate(trialsByPrompt(sample, citationTrials(brandId))),
});

/** Each real answer to an unbranded prompt as a trial of the brand. */
export function citationTrials(brandId: string): TrialRule {
  return {
    prompts: "unbranded",
    counts: (answer) => isShown(answer.state),
    hit: (answer) => (answer.citedOf[brandId] ?? 0) > 0,
  };
}
