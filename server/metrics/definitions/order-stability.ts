import { defineMetric } from "../define-metric";
import { measureAgreement } from "../measure-agreement";
import { rankBiasedOverlap } from "../statistics/rank-biased-overlap";

export const orderStability = defineMetric({
  id: "order_stability",
  label: "Stability of order",
  unit: "index",
  headline: false,
  better: "neither",
  scope: "engine",
  counted: "pairs",
  description:
    "How alike the order is in which two answers to the same prompt name brands, the first places weighing most: 1 is the same order each time.",
  formula:
    "(1/K) Σ_k mean over pairs of repeats of RBO(A, B), p = 0.9, A and B the declared brands in the order of naming",
  denominator:
    "pairs of answered, refused and empty answers to the same prompt, of which one at least names a brand, over prompts that don't name the brand themselves",
  compute: (sample) => measureAgreement(sample, (one, other) => rankBiasedOverlap(one, other)),
});
