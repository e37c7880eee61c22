import { ofShownAnswers } from "../by-prompt";
import type { MetricValue } from "../contract";
import { defineMetric } from "../define-metric";
import { nothing } from "../measure-rate";
import { measureRatio } from "../measure-ratio";
import type { WindowSample } from "../window-sample";

export const shareOfVoice = defineMetric({
  id: "share_of_voice",
  label: "Share of voice",
  unit: "percent",
  headline: true,
  better: "higher",
  scope: "brand",
  counted: "mentions",
  description:
    "The brand's part of all mentions of the declared set: own brand and rivals. One mention an answer.",
  formula: "Σ_k m̄_bk / Σ_b' Σ_k m̄_b'k, m̄_bk = the part of prompt k's answers that name brand b",
  denominator:
    "mentions of the declared set in answered, refused and empty answers to prompts that don't name the brand themselves",
  compute: shareOf,
});

function shareOf(sample: WindowSample, brandId: string): MetricValue {
  const declared = new Set(sample.brands);
  const prompts = ofShownAnswers(sample, "unbranded", (answer) => {
    const named = new Set(answer.named.filter((brand) => declared.has(brand)));
    return { part: Number(named.has(brandId)), whole: named.size };
  });
  const answers = prompts.flat();
  if (answers.length > 0 && declared.size < 2)
    return nothing(["no_rivals"], { n: answers.length, k: prompts.length });
  return measureRatio(prompts, {
    seededBy: `share_of_voice|${brandId}|${sample.window.start}`,
    absent: "no_mentions",
    successes: answers.reduce((total, answer) => total + answer.part, 0),
    total: answers.reduce((total, answer) => total + answer.whole, 0),
  });
}
