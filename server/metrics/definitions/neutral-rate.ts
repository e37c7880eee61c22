import { defineMetric } from "../define-metric";
import { rateOfStance, STANCE_RATE, stanceFormula } from "./stance-rate";

export const neutralRate = defineMetric({
  ...STANCE_RATE,
  id: "neutral_rate",
  label: "Neutral rate",
  headline: false,
  better: "neither",
  description: "Of the answers that name the brand, how many speak of it without an opinion.",
  formula: stanceFormula("neutral"),
  compute: rateOfStance("neutral"),
});
