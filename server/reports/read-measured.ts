import type { TenantTransaction } from "@/db/tenant";
import { BrandId, type ProjectId } from "@/server/kernel/id";
import type { MetricRow, MetricWindow } from "@/server/metrics";
import { readBrands } from "@/server/projects";
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
  projectId: ProjectId,
  filter: SeriesFilter,
): Promise<MeasuredSeries[]> {
  const own = (await readBrands(tx, projectId)).find((brand) => brand.own);
  if (!own) return [];
  const { shown, rows } = await readMetricRows(tx, projectId, BrandId.parse(own.id), filter);
  const ofWindow = rows.filter(({ window }) => window.start === shown);
  const bySeries = Map.groupBy(
    ofWindow,
    ({ panelVersionId, engineId, surface, provenance }) =>
      `${panelVersionId} ${seriesKey(engineId, surface, provenance.sandbox)}`,
  );
  return [...bySeries.values()].flatMap((all) => {
    const computedAt =
      all
        .map((each) => each.computedAt)
        .toSorted()
        .at(-1) ?? "";
    const last = all.filter((each) => each.computedAt === computedAt);
    const [first] = last;
    if (!first) return [];
    const { panelVersionId, engineId, surface, panel, window } = first;
    const { method: _, sandbox, ...source } = first.provenance;
    const measured = last.map(({ row }) => row);
    return [
      {
        projectId,
        panelVersionId,
        engineId,
        surface,
        sandbox,
        panel,
        window,
        computedAt,
        source,
        rows: measured,
      },
    ];
  });
}
