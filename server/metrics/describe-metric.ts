import type { Drawing, Interval, MetricRow, MetricUnit, MetricWords } from "./contract";
import type { MetricFacts } from "./define-metric";
import { findMetric } from "./registry";

const WITHHELD = "withheld: under 70 % of the asks came back";

/**
 * The exact words in which a row may be shown, in every table, tile and export: "41 % (panel 35-48 %, market 30-53 %)",
 * "early: 41 % (...)" on a small sample, and on a smaller one counts and a bound: "3 of 12 answers, 4 prompts (at most
 * 54 %)", never a bare percentage. All hits have no upper bound below 100 %, so they show the lower one ("at least").
 */
export function describeMetric(row: MetricRow): string {
  const { value, panel, market, bound, caution } = metricWords(row);
  const parts = bound === null ? [panel, market].filter((part) => part !== null) : [bound];
  const words = parts.length === 0 ? value : `${value} (${parts.join(", ")})`;
  return caution === null ? words : `${words}, ${caution}`;
}

/** The same words in their parts, for a screen that gives each a place of its own. Show none of them without the others. */
export function metricWords(row: MetricRow): MetricWords {
  const only = (value: string) => ({ value, panel: null, market: null, bound: null, caution: null });
  if (row.flags.includes("suppressed_below_70")) return only(WITHHELD);
  if (row.flags.includes("no_rivals")) return only("no rivals declared");
  if (row.flags.includes("no_mentions")) return only(`no brand named in ${count(row.n, "answers")}`);
  if (row.flags.includes("no_citations")) return only(`nothing cited in ${count(row.n, "answers")}`);
  if (row.flags.includes("no_checks")) return only("no page looked at");
  if (row.value === null) return only("no data");
  const flagged = row.flags.includes("completion_below_90") && row.metricId !== "completion";
  const cautions = [
    flagged ? "under 90 % of the asks came back" : null,
    row.flags.includes("unstable") ? "unstable" : null,
  ].filter((each) => each !== null);
  const caution = cautions.length === 0 ? null : cautions.join(", ");
  return { ...(row.evidence === "counts" ? counts(row) : level(row, row.value)), caution };
}

/** What of a row may be drawn: a level with its intervals, under evidence "counts" only how far its bound reaches. */
export function drawMetric(row: MetricRow): Drawing | null {
  const { value, panel, market, upperBound } = row;
  if (value === null || unitOf(row) === "rank") return null;
  if (row.evidence !== "counts") return { kind: "level", value, panel, market };
  if (value === 1 && market !== null) return { kind: "bound", from: market.low, to: 1 };
  return upperBound === null ? null : { kind: "bound", from: 0, to: upperBound };
}

type Spoken = Omit<MetricWords, "caution">;

function level(row: MetricRow, value: number): Spoken {
  const { evidence, panel, market } = row;
  const unit = unitOf(row);
  return {
    value: `${evidence === "early" ? "early: " : ""}${numberIn(unit, value)}`,
    panel: panel === null ? "no panel interval" : `panel ${intervalIn(unit, panel)}`,
    market: market === null ? "no market interval" : `market ${intervalIn(unit, market)}`,
    bound: null,
  };
}

function unitOf({ metricId }: MetricRow): MetricUnit {
  return findMetric(metricId)?.unit ?? "percent";
}

const DECIMALS = { index: 2, rank: 1 } as const;

function numberIn(unit: MetricUnit, value: number): string {
  return unit === "percent" ? percentWords(value) : value.toFixed(DECIMALS[unit]);
}

function intervalIn(unit: MetricUnit, interval: Interval): string {
  if (unit === "percent") return intervalWords(interval);
  return `${numberIn(unit, interval.low)}-${numberIn(unit, interval.high)}`;
}

function counts(row: MetricRow): Spoken {
  const counted = findMetric(row.metricId)?.counted ?? "answers";
  const lead = LEADS[counted] ?? "";
  const value = `${lead}${row.successes} of ${count(row.total, counted)}, ${count(row.k, "prompts")}`;
  return { value, panel: null, market: null, bound: unitOf(row) === "percent" ? boundOf(row) : null };
}

/** Where the counted thing alone doesn't say what it is a hit for. */
const LEADS: Readonly<Partial<Record<MetricFacts["counted"], string>>> = {
  lists: "first in ",
  pairs: "alike in ",
};

function boundOf({ value, market, upperBound }: MetricRow): string {
  if (value === 1 && market !== null) return `at least ${percentWords(market.low)}`;
  return upperBound === null ? "too few for a bound" : `at most ${percentWords(upperBound)}`;
}

function count(n: number, plural: string): string {
  return `${n} ${n === 1 ? plural.slice(0, -1) : plural}`;
}

/** "35-48 %". */
export function intervalWords({ low, high }: Interval): string {
  return `${percent(low)}-${percent(high)} %`;
}

/** "41 %": whole percents; one decimal where rounding would claim 0 or 100 of something that is neither. */
export function percentWords(share: number): string {
  return `${percent(share)} %`;
}

function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 1) return Math.max(0.1, value).toFixed(1);
  if (value > 99 && value < 100) return Math.min(99.9, value).toFixed(1);
  return value.toFixed(0);
}
