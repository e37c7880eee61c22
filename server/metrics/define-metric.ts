import type { MetricUnit, MetricValue } from "./contract";
import type { WindowSample } from "./window-sample";

/** What tiles, tables, exports and the methodology page print about a metric. */
export interface MetricFacts<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly unit: MetricUnit;
  /** Whether it stands where a reader looks first; the others are one press away. */
  readonly headline: boolean;
  readonly better: "higher" | "lower" | "neither";
  readonly description: string;
  readonly formula: string;
  /** The answer states (or asks) that the value is counted out of, in words. */
  readonly denominator: string;
  /** What `successes` and `total` count. */
  readonly counted: "answers" | "mentions" | "asks" | "pairs" | "lists" | "citations";
}

/** A metric of a brand: one row for each brand of the declared set. */
export interface BrandMetric<Id extends string = string> extends MetricFacts<Id> {
  readonly scope: "brand";
  readonly compute: (sample: WindowSample, brandId: string) => MetricValue;
}

/** A metric of the engine, the same for every brand: one row. */
export interface EngineMetric<Id extends string = string> extends MetricFacts<Id> {
  readonly scope: "engine";
  readonly compute: (sample: WindowSample) => MetricValue;
}

export type Metric = BrandMetric | EngineMetric;

/** Declares a metric; `compute` is pure and never throws. Give it one line in registry.ts and it is everywhere. */
export function defineMetric<const Id extends string>(metric: BrandMetric<Id>): BrandMetric<Id>;
export function defineMetric<const Id extends string>(metric: EngineMetric<Id>): EngineMetric<Id>;
export function defineMetric(metric: Metric): Metric {
  return metric;
}
