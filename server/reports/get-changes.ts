import { and, desc, eq, lt, sql } from "drizzle-orm";
import { brand, metricValue, panel, panelVersion } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import {
  compareSamples,
  describeVerdict,
  judgeSweep,
  type MadeSample,
  type MetricWindow,
  type SampleComparison,
} from "@/server/metrics";
import { type ChangesPage, OverviewInput, type SeriesChanges } from "./contract";
import { type MeasuredSeries, readMeasured } from "./read-measured";
import { readSample, type Series } from "./read-sample";

/**
 * Whether presence and citation rate of each brand changed from the window before, on each engine × surface of the window
 * that the filter names (or the newest). One sweep: all of them are judged together. Reads the answers of both windows; for
 * every role.
 */
export async function getChanges(input: OverviewInput): Promise<Result<ChangesPage>> {
  const parsed = parseInput(OverviewInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, ...filter } = parsed.value;
  return withTenant<ChangesPage>(async (tx) => {
    const { orgId } = requireContext();
    const [own] = await tx
      .select({ brandId: brand.id })
      .from(brand)
      .where(and(eq(brand.orgId, orgId), eq(brand.projectId, projectId), eq(brand.kind, "own")));
    if (!own) return err(notFound("project"));
    const measured = await readMeasured(tx, { projectId, ownBrandId: own.brandId }, filter);
    const compared = [];
    for (const series of newestPanels(measured))
      compared.push(await compareWithBefore(tx, series, own.brandId));
    const verdicts = judgeSweep(compared.flatMap(({ comparisons }) => comparisons));
    let next = 0;
    return ok({
      projectId,
      series: compared.map(({ comparisons, ...series }) => ({
        ...series,
        changes: comparisons.flatMap(({ metricId, brandId }) => {
          const verdict = verdicts[next++];
          return verdict ? [{ metricId, brandId, verdict, said: describeVerdict(verdict) }] : [];
        }),
      })),
    });
  });
}

/** Of several panel versions in a window the newest, as the overview shows it; they come oldest first. */
function newestPanels(measured: readonly MeasuredSeries[]): MeasuredSeries[] {
  const key = ({ engineId, surface, sandbox }: Series) => `${engineId} ${surface} ${sandbox}`;
  return [...new Map(measured.map((series) => [key(series), series])).values()];
}

interface Compared extends Omit<SeriesChanges, "changes"> {
  readonly comparisons: readonly SampleComparison[];
}

async function compareWithBefore(
  tx: TenantTransaction,
  series: MeasuredSeries,
  own: string,
): Promise<Compared> {
  const { engineId, surface, sandbox, window } = series;
  const before = await findBefore(tx, series);
  const place = { engineId, surface, sandbox, baseline: before?.window ?? null };
  if (!before) return { ...place, comparisons: [] };
  const brands = [...new Set([own, ...series.rows.flatMap(({ brandId }) => brandId ?? [])])];
  const sampled = async (of: Series, sampleWindow: MetricWindow, panelName: string): Promise<MadeSample> => {
    const { cells, versions } = await readSample(tx, of, sampleWindow);
    return { window: sampleWindow, own, brands, cells, panel: panelName, ...versions };
  };
  const { name, version } = series.panel;
  const comparisons = compareSamples(
    await sampled({ ...series, panelVersionId: before.panelVersionId }, before.window, before.panel),
    await sampled(series, window, `${name} ${version}`),
  );
  return { ...place, comparisons };
}

/** The last window before this one that the series has numbers of, of the same panel version where there is one. */
async function findBefore(tx: TenantTransaction, series: MeasuredSeries) {
  const [found] = await tx
    .select({
      panelVersionId: metricValue.panelVersionId,
      start: metricValue.windowStart,
      days: metricValue.windowDays,
      panel: sql<string>`${panel.name} || ' ' || ${panelVersion.version}`,
    })
    .from(metricValue)
    .innerJoin(
      panelVersion,
      and(eq(panelVersion.orgId, metricValue.orgId), eq(panelVersion.id, metricValue.panelVersionId)),
    )
    .innerJoin(panel, and(eq(panel.orgId, panelVersion.orgId), eq(panel.id, panelVersion.panelId)))
    .where(
      and(
        eq(metricValue.orgId, requireContext().orgId),
        eq(metricValue.projectId, series.projectId),
        eq(metricValue.metricId, "completion"),
        eq(metricValue.engineId, series.engineId),
        eq(metricValue.surface, series.surface),
        sql`(${metricValue.provenance} ->> 'sandbox')::boolean = ${series.sandbox}`,
        lt(metricValue.windowStart, series.window.start),
      ),
    )
    .orderBy(
      desc(metricValue.windowStart),
      desc(sql`${metricValue.panelVersionId} = ${series.panelVersionId}`),
      desc(panelVersion.createdAt),
    )
    .limit(1);
  if (!found) return null;
  const { start, days, ...rest } = found;
  return { ...rest, window: { start, days } };
}
