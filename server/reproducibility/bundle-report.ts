import type { MetricRow, MetricWindow } from "@/server/metrics";

/** The numbers of one series in one window as they were last measured, and what they were made with. */
export interface BundledSeries {
  readonly engineId: string;
  readonly surface: string;
  /** True: made-up or replayed answers. */
  readonly sandbox: boolean;
  readonly panel: { readonly versionId: string; readonly name: string; readonly version: number };
  readonly window: MetricWindow;
  /** ISO moment. */
  readonly computedAt: string;
  readonly models: readonly string[];
  readonly contracts: readonly string[];
  readonly extractors: readonly string[];
  readonly brandSets: readonly string[];
  /** Every field of every number, bootstrap seeds included. */
  readonly rows: readonly MetricRow[];
}

/** `report.json` of a bundle: what stands on the screen, in full digits. */
export interface BundleReport {
  readonly format: "citestreak-bundle/1";
  /** Version of the published method; rows of an older one are left out. */
  readonly method: string;
  readonly project: string;
  readonly brands: readonly { readonly id: string; readonly name: string; readonly own: boolean }[];
  readonly series: readonly BundledSeries[];
}

export const REPORT_FILE = "report.json";
export const OUTCOMES_FILE = "outcomes.csv";
export const SUMS_FILE = "SHA256SUMS";
export const SCRIPT_FILE = "recompute.mjs";
