import { ofShownAnswers } from "../by-prompt";
import { defineMetric } from "../define-metric";
import { measureRatio } from "../measure-ratio";

export const citationShare = defineMetric({
  id: "citation_share",
  label: "Citation share",
  unit: "percent",
  headline: false,
  better: "higher",
  scope: "brand",
  counted: "answers",
  description:
    "The part of all citations that goes to pages on domains of the brand's. Each answer's citations weigh 1 together, however many they are.",
  formula:
    "Σ_k w̄_bk / Σ_k c̄_k, w = owned cited pages / cited pages of an answer, c = 1 when it cites anything",
  denominator:
    "answered, refused and empty answers that cite at least one page, to prompts that don't name the brand themselves",
  compute: (sample, brandId) => {
    const prompts = ofShownAnswers(sample, "unbranded", ({ cited, citedOf }) => ({
      part: cited === 0 ? 0 : (citedOf[brandId] ?? 0) / cited,
      whole: Number(cited > 0),
    }));
    const citing = prompts.flat().filter(({ whole }) => whole > 0);
    return measureRatio(prompts, {
      seededBy: `citation_share|${sample.window.start}`,
      absent: "no_citations",
      successes: citing.filter(({ part }) => part > 0).length,
      total: citing.length,
    });
  },
});
