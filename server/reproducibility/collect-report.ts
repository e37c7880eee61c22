import type { TenantTransaction } from "@/db/tenant";
import { AppError, notFound } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { METHOD_VERSION, type MetricRow } from "@/server/metrics";
import type { ProjectDto } from "@/server/projects";
import { readMeasured, readSampleRows, type SampleRow, type SeriesFilter } from "@/server/reports";
import type { BundledSeries, BundleReport } from "./bundle-report";

/** A report with the asks behind it: those of each series, in the order in which its numbers add them up. */
export interface CollectedReport {
  readonly report: BundleReport;
  readonly asks: readonly (readonly SampleRow[])[];
}

/**
 * The numbers that a project's overview shows of one window, and every ask that they were computed from. Refused where there
 * are none, and where there are more than `mostAsks`: no more than one series beyond them is read.
 */
export async function collectReport(
  tx: TenantTransaction,
  { projectId, name, brands }: ProjectDto,
  filter: SeriesFilter,
  mostAsks: number,
): Promise<Result<CollectedReport>> {
  const own = brands.find((brand) => brand.own);
  if (!own) return err(notFound("project"));
  const series: BundledSeries[] = [];
  const asks: SampleRow[][] = [];
  let total = 0;
  for (const measured of await readMeasured(tx, { projectId, ownBrandId: own.brandId }, filter)) {
    const { panelVersionId, engineId, surface, sandbox, panel, window, computedAt, source, rows } = measured;
    const current = rows.filter(({ method }) => method === METHOD_VERSION);
    if (current.length === 0) continue;
    const place = { engineId, surface, sandbox, panel: { versionId: panelVersionId, ...panel }, window };
    series.push({ ...place, computedAt, ...source, rows: current.toSorted(byMetric) });
    const ofSeries = await readSampleRows(tx, measured, window);
    asks.push(ofSeries);
    total += ofSeries.length;
    if (total > mostAsks) return err(tooMany(mostAsks));
  }
  if (series.length === 0) return err(notFound("window with numbers of this method"));
  const known = brands.map(({ brandId, ...brand }) => ({ id: brandId, ...brand }));
  const report = { method: METHOD_VERSION, project: name, brands: known, series };
  return ok({ report: { format: "citestreak-bundle/1", ...report }, asks });
}

function tooMany(mostAsks: number): AppError {
  const words = `This window has more than ${mostAsks} asks, which is as many as a bundle holds. Choose one engine.`;
  return new AppError("invalid_input", words);
}

function byMetric(left: MetricRow, right: MetricRow): number {
  const key = ({ metricId, brandId }: MetricRow) => `${metricId} ${brandId}`;
  return key(left) < key(right) ? -1 : 1;
}
