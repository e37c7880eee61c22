import type { TrendBreak } from "@/components/ui/trend-chart";
import type { TrendPoint } from "@/components/ui/trend-geometry";
import type { OverviewSeries, ReportedMetric, SeriesBreak, SeriesWindow } from "@/server/reports/contract";
import { stripFigure } from "./strip-figure";

/** One window of a trend with the number that it is about; none where the window has no row of it. */
export interface TrendRow {
  readonly measured: SeriesWindow;
  readonly row: ReportedMetric | undefined;
}

/** A metric of the own brand, or of the engine, over all windows of a series. */
export function trendRows({ trend }: Pick<OverviewSeries, "trend">, metricId: string): TrendRow[] {
  return trend.map((measured) => ({
    measured,
    row: measured.metrics.find((metric) => metric.metricId === metricId),
  }));
}

const DAY = 86_400_000;

/** What the chart draws. A line is one panel version; it is cut where a window is missing or something else changed. */
export function trendPoints(rows: readonly TrendRow[]): TrendPoint[] {
  return rows.map(({ measured, row }, index) => {
    const line = lineOf(measured);
    const before = rows.slice(0, index).findLast((each) => lineOf(each.measured) === line)?.measured.window;
    const next = before && Date.parse(before.start) + before.days * DAY === Date.parse(measured.window.start);
    return {
      day: measured.window.start,
      line,
      joined: next === true && measured.breaks.length === 0,
      figure: stripFigure(row?.drawing ?? null),
      absent: row?.words.value.split(":")[0] ?? "not measured",
    };
  });
}

/** A series with the old ones beside it, day by day: the old one stands left of what took its place. */
export function trendWithEarlier(series: Pick<OverviewSeries, "trend" | "earlier">, metricId: string) {
  const earlier = series.earlier.flatMap(({ trend, readBefore }) =>
    trendPoints(trendRows({ trend }, metricId)).map((point) => ({
      ...point,
      line: `${point.line} before ${readBefore}`,
      earlier: true,
      absent: "",
    })),
  );
  const current: TrendPoint[] = trendPoints(trendRows(series, metricId));
  return [...earlier, ...current].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

export function trendBreaks(rows: readonly TrendRow[]): TrendBreak[] {
  return rows
    .filter(({ measured }) => measured.breaks.length > 0)
    .map(({ measured }) => ({
      day: measured.window.start,
      line: lineOf(measured),
      label: measured.breaks.includes("panel") ? `version ${measured.panel.version}` : "series break",
    }));
}

const REASONS: Readonly<Record<SeriesBreak, string>> = {
  panel: "another panel version",
  methods: "another method",
  models: "other models served",
  contracts: "another engine contract",
  extractors: "another extractor",
  brandSets: "another brand set",
};

/** Why a window starts a line anew, for the table beside the chart; empty where it doesn't. */
export function breakWords({ breaks }: SeriesWindow): string {
  return breaks.map((reason) => REASONS[reason]).join(", ");
}

function lineOf({ panel }: SeriesWindow): string {
  return `${panel.name} ${panel.version}`;
}
