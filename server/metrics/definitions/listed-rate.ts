import { defineMetric } from "../define-metric";
import { rateOfStance, STANCE_RATE, stanceFormula } from "./stance-rate";

export const listedRate = defineMetric({
  ...STANCE_RATE,
  id: "listed_rate",
  label: "Listed rate",
  headline: false,
  better: "neither",
  description:
    "Of the answers that name the brand, how many have it as one item among others without a word for or against it.",
  formula: stanceFormula("listed"),
  compute: rateOfStance("listed"),
});
