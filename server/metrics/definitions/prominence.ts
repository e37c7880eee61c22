import { ofShownAnswers } from "../by-prompt";
import { defineMetric } from "../define-metric";
import { measureMean } from "../measure-mean";

/** From this share of an answer's words on it is counted as mostly about the brand. */
const MOSTLY = 0.5;

export const prominence = defineMetric({
  id: "prominence",
  label: "Prominence",
  unit: "index",
  headline: false,
  better: "higher",
  scope: "brand",
  counted: "mentions",
  description:
    "How much of an answer that names the brand is about it: the words of the sentences that name it, earlier ones weighing more, as a share of all its words.",
  formula:
    "(1/K) Σ_k (1/m_k) Σ_r Σ_s∈S_b |s| e^(−position(s)/sentences) / Σ_s |s|, over the answers that name the brand alone",
  denominator:
    "answered, refused and empty answers that name the brand, to prompts that don't name the brand themselves",
  compute: (sample, brandId) => {
    const prompts = ofShownAnswers(sample, "unbranded", ({ prominences }) => prominences[brandId] ?? null);
    const shares = prompts.flat();
    return measureMean(prompts, {
      range: { min: 0, max: 1 },
      successes: shares.filter((share) => share >= MOSTLY).length,
      total: shares.length,
    });
  },
});
