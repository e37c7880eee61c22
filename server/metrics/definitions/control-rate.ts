import { isShown } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { trialsByPrompt } from "../trials-by-prompt";

export const controlRate = defineMetric({
  id: "control_rate",
  label: "Made-up brands found",
  unit: "percent",
  headline: false,
  better: "lower",
  scope: "engine",
  counted: "answers",
  description:
    "How often the matcher finds a brand that doesn't exist: each project has a few made-up ones, looked for in every answer. What it finds of them is its own error; they are no rivals and enter no other number.",
  formula: "(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when a made-up brand is taken to be named",
  denominator: "answered, refused and empty answers that were read for made-up brands, over every prompt",
  compute: (sample) =>
    measureRate(
      trialsByPrompt(sample, {
        prompts: "all",
        counts: (answer) => isShown(answer.state) && answer.namesControl !== null,
        hit: (answer) => answer.namesControl === true,
      }),
    ),
});
