import Link from "next/link";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { MetricFacts, Overview, OverviewSeries, SeriesWindow } from "@/server/reports/contract";
import { Block } from "./block";
import { MetricNumber } from "./metric-number";
import type { Notes } from "./notes";

interface Props {
  readonly overview: Overview;
  readonly series: OverviewSeries;
  readonly shown: SeriesWindow;
  readonly notes: Notes;
  /** Where a metric's trend is looked at. */
  readonly trendHref: (metricId: string) => string;
}

/** Every metric of the method that doesn't stand further up, for each brand and for the engine. */
export function MoreMeasures({ overview, series, shown, notes, trendHref }: Props) {
  const more = overview.metrics.filter(({ headline }) => !headline);
  const brands = overview.brands.filter(({ brandId }) =>
    shown.metrics.some((row) => row.brandId === brandId),
  );
  const number = (metricId: string, brandId: string | null) => {
    const row = shown.metrics.find((each) => each.metricId === metricId && each.brandId === brandId);
    return (
      <div className="min-w-32">
        {row ? <MetricNumber row={row} note={notes.ofMetric(series, shown, row)} /> : "not measured"}
      </div>
    );
  };
  const title = (metric: MetricFacts) => (
    <RowTh>
      <Link
        href={trendHref(metric.id)}
        scroll={false}
        className="text-accent underline-offset-4 hover:underline"
      >
        {metric.label}
      </Link>
      <span className="block min-w-48 max-w-72 font-normal text-ink-faint text-xs max-sm:hidden">
        {metric.description}
      </span>
    </RowTh>
  );
  const ofBrands = more.filter(({ scope }) => scope === "brand");
  const ofEngine = more.filter(({ scope }) => scope === "engine");
  return (
    <Block title="More measures" detail="What else the method counts, each with its trend.">
      <details>
        <summary className="cursor-pointer py-1 text-accent text-sm underline-offset-4 hover:underline max-sm:py-3">
          {ofBrands.length} of each brand, {ofEngine.length} of the engine
        </summary>
        <div className="mt-2 flex flex-col gap-4">
          <Table caption={`More measures of the brands on ${series.engine}`}>
            <thead>
              <tr>
                <Th>Measure</Th>
                {brands.map(({ brandId, name }) => (
                  <Th key={brandId}>{name}</Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ofBrands.map((metric) => (
                <tr key={metric.id}>
                  {title(metric)}
                  {brands.map(({ brandId }) => (
                    <Td key={brandId}>{number(metric.id, brandId)}</Td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
          <Table caption={`More measures of ${series.engine} itself`}>
            <thead>
              <tr>
                <Th>Measure</Th>
                <Th>{series.engine}</Th>
              </tr>
            </thead>
            <tbody>
              {ofEngine.map((metric) => (
                <tr key={metric.id}>
                  {title(metric)}
                  <Td>{number(metric.id, null)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </Block>
  );
}
