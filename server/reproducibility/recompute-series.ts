import { cellsOf, computeMetrics, METRICS, type MetricRow, type SampledAsk } from "@/server/metrics";
import type { BundledSeries, BundleReport } from "./bundle-report";

/** What computing a series again gives: how many numbers it has, and in words those that came out otherwise. */
export interface Recomputed {
  readonly rows: number;
  readonly differences: readonly string[];
}

/** Computes these numbers of a series again from its asks, and compares each field to its last digit. Pure. */
export function recomputeSeries(
  { brands }: Pick<BundleReport, "brands">,
  { window, rows }: Pick<BundledSeries, "window" | "rows">,
  asks: readonly SampledAsk[],
): Recomputed {
  const own = brands.find((brand) => brand.own)?.id ?? "";
  const declared = rows.flatMap(({ brandId }) => (brandId === null ? [] : [brandId]));
  const wanted = METRICS.filter(({ id }) => rows.some(({ metricId }) => metricId === id));
  const sample = { window, own, brands: declared, cells: cellsOf(asks) };
  const anew = new Map(computeMetrics(sample, wanted).map((row) => [keyOf(row), row]));
  return { rows: rows.length, differences: rows.flatMap((row) => difference(row, anew.get(keyOf(row)))) };
}

const keyOf = ({ metricId, brandId }: MetricRow) => `${metricId} ${brandId ?? "engine"}`;

function difference(reported: MetricRow, anew: MetricRow | undefined): string[] {
  if (!anew) return [`${keyOf(reported)}: this method has no such number`];
  const fields = Object.keys(anew) as (keyof MetricRow)[];
  return fields
    .filter((field) => JSON.stringify(reported[field]) !== JSON.stringify(anew[field]))
    .map(
      (field) =>
        `${keyOf(reported)}, ${field}: reported ${JSON.stringify(reported[field])}, recomputed ${JSON.stringify(anew[field])}`,
    );
}
