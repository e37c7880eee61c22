import { and, asc, eq } from "drizzle-orm";
import { brand, project } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { METRICS } from "@/server/metrics";
import { buildSeries, type KnownBrand } from "./build-series";
import { type Overview, OverviewInput } from "./contract";
import { readEarlierSeries } from "./read-earlier-series";
import { readMetricRows, seriesKey } from "./read-metric-rows";
import { readPromptStandings } from "./read-prompt-standings";
import { sayOverview } from "./say-overview";

/**
 * How a project stands on each engine × surface in one window (the newest, unless the filter names one), with all windows
 * for the trend, streaks up to that window, and where every number comes from. For every role.
 */
export async function getOverview(input: OverviewInput): Promise<Result<Overview>> {
  const parsed = parseInput(OverviewInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, ...filter } = parsed.value;
  return withTenant<Overview>(async (tx) => {
    const found = await readProject(tx, projectId);
    const own = found?.brands.find((each) => each.own);
    if (!found || !own) return err(notFound("project"));
    const stored = await readMetricRows(tx, projectId, own.brandId, filter);
    const frame = { shown: stored.shown ?? "", now: new Date(), ...found };
    const cores = buildSeries(stored, frame);
    const prompts = await readPromptStandings(tx, projectId, own.brandId, cores, frame.now);
    const earlier = await readEarlierSeries(tx, projectId, own.brandId, frame, filter);
    const series = cores.map(({ panelVersionId: _, mixed: __, ...core }, index) => ({
      ...core,
      earlier: earlier.get(seriesKey(core.engineId, core.surface, core.sandbox)) ?? [],
      prompts: prompts[index] ?? { total: 0, best: [], weakest: [] },
      says: sayOverview(core, frame),
    }));
    const present = new Set(
      series.flatMap((each) => each.shown?.metrics.map(({ brandId }) => brandId) ?? []),
    );
    return ok({
      targetPresence: found.targetPresence,
      brands: found.brands
        .filter((each) => !each.archived || present.has(each.brandId))
        .map(({ archived: _, ...rest }) => rest),
      metrics: METRICS.map(({ compute: _, ...facts }) => facts),
      window: stored.rows.find(({ window }) => window.start === stored.shown)?.window ?? null,
      series,
    });
  });
}

async function readProject(
  tx: TenantTransaction,
  projectId: ProjectId,
): Promise<{ targetPresence: number; brands: KnownBrand[] } | undefined> {
  const rows = await tx
    .select({
      targetPresence: project.targetPresence,
      brandId: brand.id,
      name: brand.name,
      kind: brand.kind,
      archivedAt: brand.archivedAt,
    })
    .from(project)
    .innerJoin(brand, and(eq(brand.orgId, project.orgId), eq(brand.projectId, project.id)))
    .where(and(eq(project.orgId, requireContext().orgId), eq(project.id, projectId)))
    .orderBy(asc(brand.kind), asc(brand.name));
  const [first] = rows;
  if (!first) return undefined;
  const brands = rows.map(({ brandId, name, kind, archivedAt }) => ({
    brandId,
    name,
    own: kind === "own",
    archived: archivedAt !== null,
  }));
  return { targetPresence: first.targetPresence, brands };
}
