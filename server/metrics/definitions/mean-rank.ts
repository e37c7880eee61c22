import { ofShownAnswers } from "../by-prompt";
import { defineMetric } from "../define-metric";
import { measureMean } from "../measure-mean";

export const meanRank = defineMetric({
  id: "mean_rank",
  label: "Mean rank",
  unit: "rank",
  headline: false,
  better: "lower",
  scope: "brand",
  counted: "lists",
  description:
    "The brand's mean place in the lists that have it, untracked items counted. Unstable: a list that leaves the brand out doesn't count against it.",
  formula: "(1/K) Σ_k (1/m_k) Σ_r rank_kr, over the answers whose list has the brand alone",
  denominator:
    "answered, refused and empty answers with the brand as an item of a list, to prompts that don't name the brand themselves",
  compute: (sample, brandId) => {
    const prompts = ofShownAnswers(sample, "unbranded", ({ ranks }) => ranks[brandId] ?? null);
    const places = prompts.flat();
    return measureMean(prompts, {
      range: { min: 1, max: Number.MAX_SAFE_INTEGER },
      successes: places.filter((place) => place === 1).length,
      total: places.length,
      flags: ["unstable"],
    });
  },
});
