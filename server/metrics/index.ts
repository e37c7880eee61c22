export { ANSWER_STATES, isObserved, isShown } from "./answer-states";
export { COMPLETION_THRESHOLDS, computeMetrics } from "./compute-metrics";
export {
  AnswerState,
  type Drawing,
  Evidence,
  Interval,
  MetricFlag,
  MetricRow,
  MetricValue,
  MetricWindow,
  type MetricWords,
  PromptIntent,
  Streak,
  WindowOutcome,
} from "./contract";
export type { BrandMetric, EngineMetric, Metric } from "./define-metric";
export { describeMetric, drawMetric, intervalWords, metricWords, percentWords } from "./describe-metric";
export { EVIDENCE_RULES, evidenceFor } from "./evidence";
export { findMetric, METHOD_VERSION, METRICS, type MetricId } from "./registry";
export { type Coverage, type CoverageSetting, simulateCoverage } from "./simulation/simulate-coverage";
export {
  type ShareCoverage,
  type ShareSetting,
  simulateShareCoverage,
} from "./simulation/simulate-share-coverage";
export { normalQuantile, TWO_SIDED } from "./statistics/quantiles";
export { wilson } from "./statistics/wilson";
export { CELL_HIT_SHARE, cellHit, panelHit, streak } from "./streak";
export type { AnswerOutcome, CellSample, UnansweredAsks, WindowSample } from "./window-sample";
export { dayOf, isoWeek, windowBounds, windowOf, windowsBetween } from "./windows";
