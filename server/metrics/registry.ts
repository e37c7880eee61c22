import type { Metric } from "./define-metric";
import { cautionedRate } from "./definitions/cautioned-rate";
import { citationRate } from "./definitions/citation-rate";
import { citationShare } from "./definitions/citation-share";
import { completion } from "./definitions/completion";
import { controlRate } from "./definitions/control-rate";
import { conversion } from "./definitions/conversion";
import { coverage } from "./definitions/coverage";
import { firstNamedRate } from "./definitions/first-named-rate";
import { listedRate } from "./definitions/listed-rate";
import { meanRank } from "./definitions/mean-rank";
import { negativeRate } from "./definitions/negative-rate";
import { neutralRate } from "./definitions/neutral-rate";
import { orderStability } from "./definitions/order-stability";
import { presence } from "./definitions/presence";
import { prominence } from "./definitions/prominence";
import { recommendedRate } from "./definitions/recommended-rate";
import { retrievalRate } from "./definitions/retrieval-rate";
import { searchTriggerRate } from "./definitions/search-trigger-rate";
import { shareOfVoice } from "./definitions/share-of-voice";
import { stability } from "./definitions/stability";
import { supportRate } from "./definitions/support-rate";

/** Version of the published method; it changes when a definition or an interval does (`METHOD_CHANGES` says how). */
export const METHOD_VERSION = "v2";

/** Every metric, in the order of display. */
export const METRICS = [
  presence,
  shareOfVoice,
  citationRate,
  recommendedRate,
  firstNamedRate,
  meanRank,
  prominence,
  retrievalRate,
  conversion,
  citationShare,
  listedRate,
  neutralRate,
  cautionedRate,
  negativeRate,
  coverage,
  completion,
  searchTriggerRate,
  supportRate,
  stability,
  orderStability,
  controlRate,
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]["id"];

/** The metric of this id; undefined for one that this version doesn't know (an older stored row). */
export function findMetric(id: string): Metric | undefined {
  return METRICS.find((metric) => metric.id === id);
}
