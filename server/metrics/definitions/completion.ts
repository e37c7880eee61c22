import { isObserved } from "../answer-states";
import { defineMetric } from "../define-metric";
import { measureRate } from "../measure-rate";
import { trialsByPrompt } from "../trials-by-prompt";

export const completion = defineMetric({
  id: "completion",
  label: "Completion",
  unit: "percent",
  headline: true,
  better: "higher",
  scope: "engine",
  counted: "asks",
  description:
    "How many of the planned asks came back with something usable. Below 90 % a window is flagged, below 70 % its other numbers are withheld.",
  formula:
    "(1/K) Σ_k (1/m_k) Σ_r x_kr, x = 1 unless the ask was truncated, ended in a provider error, failed, was lost or cancelled",
  denominator: "every planned ask, over every prompt",
  compute: (sample) =>
    measureRate(
      trialsByPrompt(sample, {
        prompts: "all",
        counts: (answer) => answer.planned,
        hit: (answer) => isObserved(answer.state),
        missing: (cell) => cell.unanswered.failed + cell.unanswered.orphaned + cell.unanswered.cancelled,
      }),
    ),
});
