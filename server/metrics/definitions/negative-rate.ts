import { defineMetric } from "../define-metric";
import { rateOfStance, STANCE_RATE, stanceFormula } from "./stance-rate";

export const negativeRate = defineMetric({
  ...STANCE_RATE,
  id: "negative_rate",
  label: "Negative rate",
  headline: false,
  better: "lower",
  description: "Of the answers that name the brand, how many advise against it.",
  formula: stanceFormula("negative"),
  compute: rateOfStance("negative"),
});
