export { ANSWER_STATES, isObserved, isShown } from "./answer-states";
export { compareSamples, type MadeSample, type SampleComparison } from "./change/compare-samples";
export {
  type Called,
  countFalseAlarms,
  type FalseAlarmCount,
  type HalvesCompared,
} from "./change/count-false-alarms";
export { describeVerdict } from "./change/describe-verdict";
export { type ComparedWindow, type Comparison, judgeSweep, SIGNIFICANCE } from "./change/judge-sweep";
export { ALERT_THRESHOLD, type AlertObservation, baselineFor, nextAlert } from "./change/next-alert";
export { splitDays } from "./change/split-days";
export { COMPLETION_THRESHOLDS, computeMetrics } from "./compute-metrics";
export {
  AlertState,
  AnswerState,
  type Drawing,
  Evidence,
  Interval,
  MetricFlag,
  MetricRow,
  MetricUnit,
  MetricValue,
  MetricWindow,
  type MetricWords,
  PromptIntent,
  SeriesPart,
  Shortfall,
  Stance,
  Streak,
  StreakRisk,
  Verdict,
  WindowOutcome,
} from "./contract";
export type { BrandMetric, EngineMetric, Metric, MetricFacts } from "./define-metric";
export { describeMetric, drawMetric, intervalWords, metricWords, percentWords } from "./describe-metric";
export { EVIDENCE_RULES, evidenceFor } from "./evidence";
export { METHOD_CHANGES } from "./method-changes";
export { planWeek, promptsFor } from "./planner/plan-week";
export { PLANNER_GRID } from "./planner/planner-grid";
export {
  PLANNER_RHO,
  type PlanPrecision,
  simulatePlan,
  simulatePower,
  type WeekPlan,
} from "./planner/simulate-plan";
export { findMetric, METHOD_VERSION, METRICS, type MetricId } from "./registry";
export { cellsOf, type SampledAsk } from "./sampled-ask";
export { drawMarket, pushFor } from "./simulation/draw-window";
export { type ChangeCalls, type ChangeSetting, simulateChange } from "./simulation/simulate-change";
export { type Coverage, type CoverageSetting, simulateCoverage } from "./simulation/simulate-coverage";
export {
  type ShareCoverage,
  type ShareSetting,
  simulateShareCoverage,
} from "./simulation/simulate-share-coverage";
export { FALSE_DISCOVERY_RATE } from "./statistics/benjamini-hochberg";
export { BOOTSTRAP_DRAWS } from "./statistics/cluster-bootstrap";
export { DETECTABLE_POWER } from "./statistics/detectable-effect";
export {
  type IntraPromptCorrelation,
  intraPromptCorrelation,
  pooledIntraPromptCorrelation,
} from "./statistics/intra-prompt-correlation";
export { jaccard } from "./statistics/jaccard";
export type { PromptCount } from "./statistics/prompt-count";
export { normalQuantile, TWO_SIDED, tQuantile } from "./statistics/quantiles";
export { rankBiasedOverlap } from "./statistics/rank-biased-overlap";
export { type CorrectedRate, correctRate, type Observed } from "./statistics/rogan-gladen";
export { seededRandom } from "./statistics/seeded-random";
export { type SpreadShare, shareInterval } from "./statistics/share-interval";
export { wilson } from "./statistics/wilson";
export { CELL_HIT_SHARE, cellHit, panelHit, streak } from "./streak";
export { outcomesOf, type StreakHistory, windowAt, withOutcome } from "./streak-history";
export { spareInCell, spareInPanel, streakRisk } from "./streak-risk";
export {
  type AnswerOutcome,
  type CellSample,
  NAMES_ALONE,
  type UnansweredAsks,
  type WindowSample,
} from "./window-sample";
export { dayOf, isOpen, isoWeek, windowBounds, windowOf, windowsBetween } from "./windows";
