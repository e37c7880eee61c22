import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { earlierValue, NO_BRAND, panel, panelVersion, recompute } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { BrandId, ProjectId } from "@/server/kernel/id";
import { findMetric } from "@/server/metrics";
import { measurements, type SeriesFrame } from "./build-series";
import type { EarlierSeries, SeriesFilter } from "./contract";
import { seriesKey, storedMetric } from "./read-metric-rows";

/** Older ones are stored, and no longer drawn. */
const SHOWN = 3;

/**
 * The numbers that series had before the project's answers were read again, by the key of the series, oldest reading first:
 * the own brand's and the engines' over all windows. What is still being read again has no old series yet.
 */
export async function readEarlierSeries(
  tx: TenantTransaction,
  projectId: ProjectId,
  ownBrandId: BrandId,
  frame: SeriesFrame,
  { engine, surface }: SeriesFilter,
): Promise<Map<string, EarlierSeries[]>> {
  const { orgId } = requireContext();
  const readings = await tx
    .select({ id: recompute.id, requestedAt: recompute.requestedAt })
    .from(recompute)
    .where(
      and(
        eq(recompute.orgId, orgId),
        eq(recompute.projectId, projectId),
        inArray(recompute.state, ["done", "cancelled"]),
      ),
    )
    .orderBy(desc(recompute.requestedAt))
    .limit(SHOWN);
  if (readings.length === 0) return new Map();
  const found = await tx
    .select({
      value: earlierValue,
      panel: { name: panel.name, version: panelVersion.version },
      panelMadeAt: panelVersion.createdAt,
    })
    .from(earlierValue)
    .innerJoin(
      panelVersion,
      and(eq(panelVersion.orgId, earlierValue.orgId), eq(panelVersion.id, earlierValue.panelVersionId)),
    )
    .innerJoin(panel, and(eq(panel.orgId, panelVersion.orgId), eq(panel.id, panelVersion.panelId)))
    .where(
      and(
        eq(earlierValue.orgId, orgId),
        eq(earlierValue.projectId, projectId),
        inArray(
          earlierValue.recomputeId,
          readings.map(({ id }) => id),
        ),
        sql`${earlierValue.brandId} in (${ownBrandId}, ${NO_BRAND})`,
        engine === undefined ? undefined : eq(earlierValue.engineId, engine),
        surface === undefined ? undefined : eq(earlierValue.surface, surface),
      ),
    )
    .orderBy(asc(earlierValue.windowStart), asc(panelVersion.createdAt), asc(panelVersion.version));
  const kept = found.filter(({ value }) => findMetric(value.metricId));
  const bySeries = new Map<string, EarlierSeries[]>();
  for (const { id, requestedAt } of readings.toReversed()) {
    const rows = kept.filter(({ value }) => value.recomputeId === id).map(storedMetric);
    const groups = Map.groupBy(rows, (row) => seriesKey(row.engineId, row.surface, row.provenance.sandbox));
    for (const [key, stored] of groups) {
      const trend = measurements(stored, frame).map(({ shown }) => shown);
      const earlier = { readBefore: requestedAt.toISOString(), trend };
      bySeries.set(key, [...(bySeries.get(key) ?? []), earlier]);
    }
  }
  return bySeries;
}
