import { defineMetric } from "../define-metric";
import { rateOfStance, STANCE_RATE, stanceFormula } from "./stance-rate";

export const cautionedRate = defineMetric({
  ...STANCE_RATE,
  id: "cautioned_rate",
  label: "Cautioned rate",
  headline: false,
  better: "lower",
  description:
    "Of the answers that name the brand, how many recommend it with a reservation that could turn a buyer away.",
  formula: stanceFormula("cautioned"),
  compute: rateOfStance("cautioned"),
});
