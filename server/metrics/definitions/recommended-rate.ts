import { defineMetric } from "../define-metric";
import { rateOfStance, STANCE_RATE, stanceFormula } from "./stance-rate";

export const recommendedRate = defineMetric({
  ...STANCE_RATE,
  id: "recommended_rate",
  label: "Recommended rate",
  headline: true,
  better: "higher",
  description:
    "Of the answers that name the brand, how many recommend it. Stances are judged by rules unless an answer says otherwise.",
  formula: stanceFormula("recommended"),
  compute: rateOfStance("recommended"),
});
