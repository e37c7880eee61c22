import type { Metric } from "./define-metric";
import { citationRate } from "./definitions/citation-rate";
import { completion } from "./definitions/completion";
import { coverage } from "./definitions/coverage";
import { presence } from "./definitions/presence";
import { recommendedRate } from "./definitions/recommended-rate";
import { shareOfVoice } from "./definitions/share-of-voice";

/** Version of the published method; it changes when a definition or an interval does (`METHOD_CHANGES` says how). */
export const METHOD_VERSION = "v2";

/** Every metric, in the order of display. */
export const METRICS = [
  presence,
  shareOfVoice,
  citationRate,
  recommendedRate,
  coverage,
  completion,
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]["id"];

/** The metric of this id; undefined for one that this version doesn't know (an older stored row). */
export function findMetric(id: string): Metric | undefined {
  return METRICS.find((metric) => metric.id === id);
}
