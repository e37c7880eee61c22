import type { Interval, MetricRow } from "./contract";
import { findMetric } from "./registry";

const WITHHELD = "withheld: under 70 % of the asks came back";

/**
 * The exact words in which a row may be shown, in every table, tile and export: "41 % (panel 35-48 %, market 30-53 %)",
 * "early: 41 % (...)" on a small sample, and on a smaller one counts and a bound: "3 of 12 answers, 4 prompts (at most
 * 54 %)", never a bare percentage. All hits have no upper bound below 100 %, so they show the lower one ("at least").
 */
export function describeMetric(row: MetricRow): string {
  const counted = findMetric(row.metricId)?.counted ?? "answers";
  if (row.flags.includes("suppressed_below_70")) return WITHHELD;
  if (row.flags.includes("no_rivals")) return "no rivals declared";
  if (row.flags.includes("no_mentions")) return `no brand named in ${count(row.n, "answers")}`;
  if (row.value === null) return "no data";
  const words = row.evidence === "counts" ? counts(row, counted) : level(row, row.value);
  return row.flags.includes("completion_below_90") && row.metricId !== "completion"
    ? `${words}, under 90 % of the asks came back`
    : words;
}

function level(row: MetricRow, value: number): string {
  const parts = [
    row.panel === null ? "no panel interval" : `panel ${range(row.panel)}`,
    row.market === null ? "no market interval" : `market ${range(row.market)}`,
  ];
  return `${row.evidence === "early" ? "early: " : ""}${percent(value)} % (${parts.join(", ")})`;
}

function counts(row: MetricRow, counted: "answers" | "mentions" | "asks"): string {
  const words = `${row.successes} of ${count(row.total, counted)}, ${count(row.k, "prompts")}`;
  if (row.value === 1 && row.market !== null) return `${words} (at least ${percent(row.market.low)} %)`;
  return row.upperBound === null
    ? `${words} (too few for a bound)`
    : `${words} (at most ${percent(row.upperBound)} %)`;
}

function count(n: number, plural: string): string {
  return `${n} ${n === 1 ? plural.slice(0, -1) : plural}`;
}

function range({ low, high }: Interval): string {
  return `${percent(low)}-${percent(high)} %`;
}

/** Whole percents; one decimal where rounding would claim 0 or 100 of something that is neither. */
function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 1) return Math.max(0.1, value).toFixed(1);
  if (value > 99 && value < 100) return Math.min(99.9, value).toFixed(1);
  return value.toFixed(0);
}
