import { isShown } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { trialsByPrompt } from "../trials-by-prompt";

export const searchTriggerRate = defineMetric({
  id: "search_trigger_rate",
  label: "Search trigger rate",
  unit: "percent",
  headline: false,
  better: "neither",
  scope: "engine",
  counted: "answers",
  description:
    "How often the engine searched the web before it answered. An answer without a search comes from what the model learned, and cites nothing.",
  formula: "(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 when the answer comes with a search",
  denominator:
    "answered, refused and empty answers of which the engine says whether it searched, over every prompt",
  compute: (sample) =>
    measureRate(
      trialsByPrompt(sample, {
        prompts: "all",
        counts: (answer) => isShown(answer.state) && answer.searched !== null,
        hit: (answer) => answer.searched === true,
      }),
    ),
});
