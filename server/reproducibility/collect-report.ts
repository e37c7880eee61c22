import type { TenantTransaction } from "@/db/tenant";
import type { MetricRow } from "@/server/metrics";
import { METHOD_VERSION } from "@/server/metrics";
import type { ProjectDto } from "@/server/projects";
import { readMeasured, readSampleRows, type SampleRow, type SeriesFilter } from "@/server/reports";
import type { BundledSeries, BundleReport } from "./bundle-report";

/** A report with the asks behind it: those of each series, in the order in which its numbers add them up. */
export interface CollectedReport {
  readonly report: BundleReport;
  readonly asks: readonly (readonly SampleRow[])[];
}

/** The numbers that a project's overview shows of one window, and every ask that they were computed from. */
export async function collectReport(
  tx: TenantTransaction,
  { projectId, name, brands }: ProjectDto,
  filter: SeriesFilter,
): Promise<CollectedReport> {
  const series: BundledSeries[] = [];
  const asks: SampleRow[][] = [];
  for (const measured of await readMeasured(tx, projectId, filter)) {
    const { panelVersionId, engineId, surface, sandbox, panel, window, computedAt, source, rows } = measured;
    const current = rows.filter(({ method }) => method === METHOD_VERSION);
    if (current.length === 0) continue;
    const place = { engineId, surface, sandbox, panel: { versionId: panelVersionId, ...panel }, window };
    series.push({ ...place, computedAt, ...source, rows: current.toSorted(byMetric) });
    asks.push(await readSampleRows(tx, { projectId, panelVersionId, engineId, surface, sandbox }, window));
  }
  const known = brands.map(({ brandId, ...brand }) => ({ id: brandId, ...brand }));
  return {
    report: { format: "citestreak-bundle/1", method: METHOD_VERSION, project: name, brands: known, series },
    asks,
  };
}

function byMetric(left: MetricRow, right: MetricRow): number {
  const key = ({ metricId, brandId }: MetricRow) => `${metricId} ${brandId}`;
  return key(left) < key(right) ? -1 : 1;
}
