import type { TenantTransaction } from "@/db/tenant";
import type { BrandId, ProjectId } from "@/server/kernel/id";
import type { MetricRow, MetricWindow } from "@/server/metrics";
import type { SeriesFilter } from "./contract";
import { readMetricRows, type StoredMetric, seriesKey } from "./read-metric-rows";
import type { Series } from "./read-sample";

/** A series in one window as it was last measured, and what it was made with. */
export interface MeasuredSeries extends Series {
  readonly panel: StoredMetric["panel"];
  readonly window: MetricWindow;
  /** ISO moment. */
  readonly computedAt: string;
  readonly source: Omit<StoredMetric["provenance"], "method" | "sandbox">;
  readonly rows: readonly MetricRow[];
}

/**
 * Every series of a project in the window of the filter (the newest, unless it names one). Only rows of the last
 * measurement: those of a brand that was put away before it stand as they were, and are no part of it.
 */
export async function readMeasured(
  tx: TenantTransaction,
  { projectId, ownBrandId }: { readonly projectId: ProjectId; readonly ownBrandId: BrandId },
  filter: SeriesFilter,
): Promise<MeasuredSeries[]> {
  const { shown, rows } = await readMetricRows(tx, projectId, ownBrandId, filter);
  const ofWindow = rows.filter(({ window }) => window.start === shown);
  const bySeries = Map.groupBy(
    ofWindow,
    ({ panelVersionId, engineId, surface, provenance }) =>
      `${panelVersionId} ${seriesKey(engineId, surface, provenance.sandbox)}`,
  );
  return [...bySeries.values()].flatMap((all) => lastMeasured(projectId, all));
}

/** One series of what `readMeasured` found. */
function lastMeasured(projectId: ProjectId, all: readonly StoredMetric[]): MeasuredSeries[] {
  const newest = all.toSorted((one, other) => (one.computedAt < other.computedAt ? 1 : -1));
  const [first] = newest;
  if (!first) return [];
  const { panelVersionId, engineId, surface, panel, window, computedAt } = first;
  const { method: _, sandbox, ...source } = first.provenance;
  const rows = newest.filter((each) => each.computedAt === computedAt).map(({ row }) => row);
  const series = { projectId, panelVersionId, engineId, surface, sandbox };
  return [{ ...series, panel, window, computedAt, source, rows }];
}
