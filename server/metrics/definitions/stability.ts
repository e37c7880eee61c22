import { defineMetric } from "../define-metric";
import { measureAgreement } from "../measure-agreement";
import { jaccard } from "../statistics/jaccard";

export const stability = defineMetric({
  id: "stability",
  label: "Stability",
  unit: "index",
  headline: false,
  better: "neither",
  scope: "engine",
  counted: "pairs",
  description:
    "How alike the brands are that two answers to the same prompt name: 1 is the same brands each time, 0 none in common.",
  formula:
    "(1/K) Σ_k mean over pairs of repeats of |A ∩ B| / |A ∪ B|, A and B the declared brands that each names",
  denominator:
    "pairs of answered, refused and empty answers to the same prompt, of which one at least names a brand, over prompts that don't name the brand themselves",
  compute: (sample) => measureAgreement(sample, jaccard),
});
