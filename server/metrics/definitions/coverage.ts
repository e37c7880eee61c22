import { isObserved, isShown } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { trialsByPrompt } from "../trials-by-prompt";

export const coverage = defineMetric({
  id: "coverage",
  label: "Coverage",
  unit: "percent",
  headline: true,
  better: "neither",
  scope: "engine",
  counted: "answers",
  description: "How often the engine shows an answer at all (some result pages have none).",
  formula: "(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when an answer was shown",
  denominator: "answered, refused, empty and no-answer-shown, over every prompt",
  compute: (sample) =>
    measureRate(
      trialsByPrompt(sample, {
        prompts: "all",
        counts: (answer) => isObserved(answer.state),
        hit: (answer) => isShown(answer.state),
      }),
    ),
});
