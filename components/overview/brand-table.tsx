import { IntervalStrip, StripAxis } from "@/components/ui/interval-strip";
import type { Overview, OverviewSeries, ReportedMetric, SeriesWindow } from "@/server/reports/contract";
import { MetricNumber } from "./metric-number";
import type { Notes } from "./notes";
import { stripFigure } from "./strip-figure";

interface Props {
  readonly overview: Overview;
  readonly series: OverviewSeries;
  readonly shown: SeriesWindow;
  readonly notes: Notes;
}

const CELL = "px-0.5 py-3 align-top first:pl-0 last:pr-0 max-sm:pt-0 sm:px-2";

/** Own brand and rivals on one scale, sorted by the first metric, with the other headline metrics of a brand beside it. */
export function BrandTable({ overview, series, shown, notes }: Props) {
  const [first, ...others] = overview.metrics.filter((metric) => metric.scope === "brand" && metric.headline);
  if (!first) return null;
  const rowOf = (metricId: string, brandId: string) =>
    shown.metrics.find((row) => row.metricId === metricId && row.brandId === brandId);
  const brands = overview.brands
    .flatMap((brand) => {
      const row = rowOf(first.id, brand.brandId);
      return row ? [{ ...brand, row }] : [];
    })
    .toSorted((a, b) => (b.row.value ?? -1) - (a.row.value ?? -1));
  const number = (row: ReportedMetric | undefined) =>
    row && <MetricNumber row={row} note={notes.ofMetric(series, shown, row)} />;
  return (
    <table className="w-full border-collapse text-left text-sm">
      <caption className="sr-only">
        Own brand and rivals on {series.engine}, sorted by {first.label.toLowerCase()}
      </caption>
      <thead>
        <tr className="border-line border-b text-ink-faint text-xs">
          <th scope="col" className={`${CELL} pb-1.5 align-bottom font-medium max-sm:hidden`}>
            Brand
          </th>
          <th scope="col" className={`${CELL} pb-1.5 align-bottom font-medium max-sm:pl-0`}>
            {first.label}
          </th>
          <td className="w-[34%] pr-7 pl-4 py-0 align-bottom max-lg:hidden">
            <StripAxis />
          </td>
          {others.map(({ id, label }) => (
            <th key={id} scope="col" className={`${CELL} pb-1.5 align-bottom font-medium`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {brands.map(({ brandId, name, own, row }) => {
        const strip = <IntervalStrip figure={stripFigure(row.drawing)} strong={own} />;
        return (
          <tbody key={brandId} className="border-line border-b last:border-b-0">
            <tr className="sm:hidden">
              <th
                scope="rowgroup"
                colSpan={1 + others.length}
                className="wrap-anywhere pt-3 pb-1 font-medium"
              >
                {name}
                {own && <span className="ml-2 font-normal text-accent text-xs">own brand</span>}
              </th>
            </tr>
            <tr>
              <th scope="row" className={`${CELL} wrap-anywhere font-medium max-sm:hidden`}>
                {name}
                {own && <span className="block font-normal text-accent text-xs">own brand</span>}
              </th>
              <td className={`${CELL} max-sm:pl-0`}>{number(row)}</td>
              <td className="py-3 pr-7 pl-4 align-top max-lg:hidden">{strip}</td>
              {others.map((metric) => (
                <td key={metric.id} className={CELL}>
                  {number(rowOf(metric.id, brandId))}
                </td>
              ))}
            </tr>
            <tr className="lg:hidden">
              <td colSpan={2 + others.length} className="px-2 pb-3">
                {strip}
              </td>
            </tr>
          </tbody>
        );
      })}
    </table>
  );
}
