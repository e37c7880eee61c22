import { ofShownAnswers } from "../by-prompt";
import { defineMetric } from "../define-metric";
import { measureRatio } from "../measure-ratio";

export const supportRate = defineMetric({
  id: "support_rate",
  label: "Support rate",
  unit: "percent",
  headline: false,
  better: "higher",
  scope: "engine",
  counted: "citations",
  description:
    "Of the citations whose page was looked at, how many lean on a page that supports the sentence. A sample of the pages is looked at, and partial support isn't counted as support.",
  formula:
    "Σ_k s̄_k / Σ_k c̄_k, s = citations of an answer that support their sentence, c = those that were checked",
  denominator: "checked citations in answered, refused and empty answers, over every prompt",
  compute: (sample) => {
    const prompts = ofShownAnswers(sample, "all", ({ checked, supported }) => ({
      part: supported,
      whole: checked,
    }));
    const answers = prompts.flat();
    return measureRatio(prompts, {
      seededBy: `support_rate|${sample.window.start}`,
      absent: "no_checks",
      successes: answers.reduce((total, { part }) => total + part, 0),
      total: answers.reduce((total, { whole }) => total + whole, 0),
    });
  },
});
