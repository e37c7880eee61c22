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

/** A brand's presence in one window, bare: all that a streak needs. */
export interface StoredPresence {
  readonly seriesKey: string;
  readonly panelVersionId: PanelVersionId;
  readonly brandId: BrandId;
  readonly start: string;
  readonly value: number | null;
}

/** What a row's series is known by: engine × surface, made-up answers apart from real ones. */
export function seriesKey(engineId: string, surface: string, sandbox: boolean): string {
  return `${engineId} ${surface} ${sandbox}`;
}

export interface OverviewRows {
  /** First day of the window that the page is about; null when nothing was measured. */
  readonly shown: string | null;
  /** Oldest first, and older panel versions first. */
  readonly rows: readonly StoredMetric[];
  readonly presences: readonly StoredPresence[];
}

/**
 * The rows that a project's overview needs: all of the shown window, the own brand's and the engines' metrics of every
 * window, and the presence of every brand. Rows of a metric that the registry no longer has are left out.
 */
export async function readMetricRows(
  tx: TenantTransaction,
  projectId: ProjectId,
  ownBrandId: BrandId,
  filter: SeriesFilter,
): Promise<OverviewRows> {
  const where = inSeries(projectId, filter);
  const shown = filter.window ?? (await newestWindow(tx, where));
  if (shown === null) return { shown, rows: [], presences: [] };
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
        where,
        or(sql`${metricValue.brandId} in (${ownBrandId}, ${NO_BRAND})`, eq(metricValue.windowStart, shown)),
      ),
    )
    .orderBy(asc(metricValue.windowStart), asc(panelVersion.createdAt), asc(panelVersion.version));
  const rows = found.filter(({ value }) => findMetric(value.metricId)).map(storedMetric);
  return { shown, rows, presences: await readPresences(tx, where) };
}

async function readPresences(tx: TenantTransaction, where: SQL | undefined): Promise<StoredPresence[]> {
  const rows = await tx
    .select({
      engineId: metricValue.engineId,
      surface: metricValue.surface,
      sandbox: sql<boolean>`(${metricValue.provenance} ->> 'sandbox')::boolean`,
      panelVersionId: metricValue.panelVersionId,
      brandId: metricValue.brandId,
      start: metricValue.windowStart,
      value: metricValue.value,
    })
    .from(metricValue)
    .where(and(where, eq(metricValue.metricId, "presence")))
    .orderBy(asc(metricValue.windowStart));
  return rows.map(({ engineId, surface, sandbox, ...rest }) => ({
    ...rest,
    seriesKey: seriesKey(engineId, surface, sandbox),
  }));
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

/** A row as it is stored, the old series' too. */
export function storedMetric({ value, panel, panelMadeAt }: Found): StoredMetric {
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
