import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { metricValue, NO_BRAND, panel, panelVersion } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { BrandId, PanelVersionId, ProjectId } from "@/server/kernel/id";
import { findMetric, MetricRow } from "@/server/metrics";
import type { SeriesFilter } from "./contract";

/** What measureRun writes beside each row. */
const Provenance = z.object({
  method: z.string(),
  sandbox: z.boolean(),
  models: z.array(z.string()).default([]),
  contracts: z.array(z.string()).default([]),
  extractors: z.array(z.string()).default([]),
  brandSets: z.array(z.string()).default([]),
});

/** A stored row with its place: panel version, window, engine × surface, made up or not. */
export interface StoredMetric {
  readonly engineId: string;
  readonly surface: string;
  readonly panelVersionId: PanelVersionId;
  readonly panel: { readonly name: string; readonly version: number };
  /** ISO moment at which the panel version was made: the newest is the one to show. */
  readonly panelMadeAt: string;
  readonly window: { readonly start: string; readonly days: number };
  readonly row: MetricRow;
  readonly provenance: z.infer<typeof Provenance>;
  /** ISO moment. */
  readonly computedAt: string;
}

/**
 * The rows that a project's overview needs: the own brand's and the engines' metrics of every window, the presence of
 * every brand (streaks), and all of the shown window. Rows of a metric that the registry no longer has are left out.
 */
export async function readMetricRows(
  tx: TenantTransaction,
  projectId: ProjectId,
  ownBrandId: BrandId,
  filter: SeriesFilter,
): Promise<{ shown: string | null; rows: StoredMetric[] }> {
  const shown = filter.window ?? (await newestWindow(tx, inSeries(projectId, filter)));
  if (shown === null) return { shown, rows: [] };
  const found = await tx
    .select({
      value: metricValue,
      panel: { name: panel.name, version: panelVersion.version },
      panelMadeAt: panelVersion.createdAt,
    })
    .from(metricValue)
    .innerJoin(
      panelVersion,
      and(eq(panelVersion.orgId, metricValue.orgId), eq(panelVersion.id, metricValue.panelVersionId)),
    )
    .innerJoin(panel, and(eq(panel.orgId, panelVersion.orgId), eq(panel.id, panelVersion.panelId)))
    .where(
      and(
        inSeries(projectId, filter),
        or(
          sql`${metricValue.brandId} in (${ownBrandId}, ${NO_BRAND})`,
          eq(metricValue.metricId, "presence"),
          eq(metricValue.windowStart, shown),
        ),
      ),
    )
    .orderBy(asc(metricValue.windowStart), asc(panelVersion.createdAt), asc(panelVersion.version));
  return { shown, rows: found.filter(({ value }) => findMetric(value.metricId)).map(storedMetric) };
}

function inSeries(projectId: ProjectId, { engine, surface }: SeriesFilter): SQL | undefined {
  return and(
    eq(metricValue.orgId, requireContext().orgId),
    eq(metricValue.projectId, projectId),
    engine === undefined ? undefined : eq(metricValue.engineId, engine),
    surface === undefined ? undefined : eq(metricValue.surface, surface),
  );
}

async function newestWindow(tx: TenantTransaction, where: SQL | undefined): Promise<string | null> {
  const [newest] = await tx
    .select({ start: sql<string | null>`max(${metricValue.windowStart})::text` })
    .from(metricValue)
    .where(where);
  return newest?.start ?? null;
}

interface Found {
  readonly value: typeof metricValue.$inferSelect;
  readonly panel: StoredMetric["panel"];
  readonly panelMadeAt: Date;
}

function storedMetric({ value, panel, panelMadeAt }: Found): StoredMetric {
  const { engineId, surface, panelVersionId, metricId, detail } = value;
  const provenance = Provenance.parse(value.provenance);
  const brandId = value.brandId === NO_BRAND ? null : value.brandId;
  return {
    engineId,
    surface,
    panelVersionId,
    panel,
    panelMadeAt: panelMadeAt.toISOString(),
    window: { start: value.windowStart, days: value.windowDays },
    row: MetricRow.parse({ ...detail, metricId, brandId, method: provenance.method }),
    provenance,
    computedAt: value.computedAt.toISOString(),
  };
}
