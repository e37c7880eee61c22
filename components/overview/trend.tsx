import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { formatMoment, formatWindow } from "@/components/ui/format";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import { TrendChart } from "@/components/ui/trend-chart";
import type { MetricFacts, OverviewSeries, SeriesWindow } from "@/server/reports/contract";
import { Block } from "./block";
import { MetricNumber } from "./metric-number";
import type { Notes } from "./notes";
import { breakWords, type TrendRow, trendBreaks, trendRows, trendWithEarlier } from "./trend-points";

/** The metric whose trend is drawn, on one scale for every series, and the links that choose another. */
export interface TrendChoice {
  readonly metric: MetricFacts;
  readonly top: number;
  readonly links: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

interface Props {
  readonly series: OverviewSeries;
  readonly choice: TrendChoice;
  readonly current: string | undefined;
  readonly notes: Notes;
}

/** A metric over all windows with both intervals as bands, and the same numbers in a table. */
export function Trend({ series, choice, current, notes }: Props) {
  const { metric, top, links } = choice;
  const rows = trendRows(series, metric.id);
  const alone = rows.length < 2;
  return (
    <Block
      title="Trend"
      detail={
        alone
          ? "One window so far: a trend takes more."
          : `${metric.label}, window by window. Whether it changed is a test of its own.`
      }
      action={
        <nav aria-label={`Metric of the trend, ${series.engine}`}>
          <ul className="flex flex-wrap gap-1">
            {links.map(({ label, href, current: chosen }) => (
              <li key={label}>
                <Link
                  href={href}
                  scroll={false}
                  replace
                  aria-current={chosen ? "true" : undefined}
                  className={classNames(
                    "block rounded-full px-3 py-1 text-sm max-sm:py-2.5",
                    chosen
                      ? "bg-accent-soft font-medium text-accent"
                      : "text-ink-soft hover:bg-sunken hover:text-ink",
                  )}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      }
    >
      <TrendChart
        points={trendWithEarlier(series, metric.id)}
        breaks={trendBreaks(rows)}
        current={current}
        top={top}
        summary={summaryOf(rows, metric, series)}
      />
      {series.earlier.length > 0 && <Legend earlier={series.earlier} />}
      <details className="mt-2">
        <summary className="cursor-pointer py-1 text-accent text-sm underline-offset-4 hover:underline max-sm:py-3">
          The same numbers as a table
        </summary>
        <div className="mt-2">
          <TrendTable {...{ rows, metric, series, notes }} />
        </div>
      </details>
    </Block>
  );
}

function Legend({ earlier }: Pick<OverviewSeries, "earlier">) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-ink-soft text-sm">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="w-7 border-accent border-t-2" />
        Answers as they are read now
      </li>
      {earlier.map(({ readBefore }) => (
        <li key={readBefore} className="flex items-center gap-2">
          <span aria-hidden="true" className="w-7 border-ink-soft border-t-2 border-dashed" />
          {earlierWords(readBefore)}
        </li>
      ))}
    </ul>
  );
}

function earlierWords(readBefore: string): string {
  return `As they were read before ${formatMoment(readBefore)}`;
}

function TrendTable({
  rows,
  metric,
  series,
  notes,
}: {
  rows: readonly TrendRow[];
  metric: MetricFacts;
  series: OverviewSeries;
  notes: Notes;
}) {
  const broken = rows.some(({ measured }) => measured.breaks.length > 0);
  return (
    <Table caption={`${metric.label} on ${series.engine}, window by window`}>
      <thead>
        <tr>
          <Th>Window</Th>
          <Th>Panel</Th>
          <Th>{metric.label}</Th>
          {series.earlier.map(({ readBefore }) => (
            <Th key={readBefore}>{earlierWords(readBefore)}</Th>
          ))}
          {broken && <Th>Not compared with before</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(({ measured, row }) => (
          <tr key={`${measured.window.start} ${measured.panel.name} ${measured.panel.version}`}>
            <RowTh>{formatWindow(measured.window)}</RowTh>
            <Td>
              {measured.panel.name}, version {measured.panel.version}
            </Td>
            <Td>
              {row ? <MetricNumber row={row} note={notes.ofMetric(series, measured, row)} /> : "not measured"}
            </Td>
            {series.earlier.map(({ readBefore, trend }) => (
              <Td key={readBefore}>
                <EarlierNumber {...{ trend, measured, metric, series, notes }} />
              </Td>
            ))}
            {broken && <Td>{breakWords(measured)}</Td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The number of the same window and panel version in an old series. */
function EarlierNumber({
  trend,
  measured,
  metric,
  series,
  notes,
}: {
  trend: readonly SeriesWindow[];
  measured: SeriesWindow;
  metric: MetricFacts;
  series: OverviewSeries;
  notes: Notes;
}) {
  const old = trend.find(
    ({ window, panel }) =>
      window.start === measured.window.start &&
      panel.name === measured.panel.name &&
      panel.version === measured.panel.version,
  );
  const row = old?.metrics.find(({ metricId }) => metricId === metric.id);
  if (!old || !row) return "the same";
  return <MetricNumber row={row} note={notes.ofMetric(series, old, row)} />;
}

function summaryOf(rows: readonly TrendRow[], metric: MetricFacts, { engine }: OverviewSeries): string {
  const said = rows.map(
    ({ row, measured }) => `${formatWindow(measured.window)}: ${row?.said ?? "not measured"}`,
  );
  const ends = said.length < 2 ? said : [said[0], said.at(-1)];
  return `${metric.label} on ${engine} over ${rows.length} ${rows.length === 1 ? "window" : "windows"}. ${ends.join("; ")}. The table below has every number.`;
}
