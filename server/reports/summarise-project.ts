import { and, asc, eq, sql } from "drizzle-orm";
import { brand, metricValue, NO_BRAND, project, type Surface, streak as streakTable } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { BrandId, ProjectId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { MetricRow } from "@/server/metrics";

/** How one engine × surface of a project stands: what was asked, what it cost, and its metrics window by window. */
export interface EngineReport {
  readonly engineId: string;
  readonly surface: Surface;
  /** Made up or replayed, never what an engine said to us. */
  readonly sandbox: boolean;
  readonly asks: number;
  readonly answered: number;
  /** Millionths of a US dollar that the answers cost us; null where no answer says. */
  readonly costMicros: number | null;
  readonly credits: { readonly reserved: number; readonly settled: number; readonly released: number };
  /** Oldest first: the own brand's metrics and the engine's, by metric id. */
  readonly windows: readonly {
    readonly start: string;
    readonly metrics: Readonly<Record<string, MetricRow>>;
  }[];
  /** The own brand's streak of windows in which its presence reached the project's target. */
  readonly streak: { readonly current: number; readonly longest: number };
}

export interface ProjectReport {
  readonly project: string;
  readonly ownBrand: string;
  /** In the order of their ids; made-up answers and real ones are separate rows. */
  readonly engines: readonly EngineReport[];
}

/** How a project stands on each engine. Asks and credits are of runs that have closed. */
export async function summariseProject(projectId: ProjectId): Promise<Result<ProjectReport>> {
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const [found] = await tx
      .select({ project: project.name, ownBrandId: brand.id, ownBrand: brand.name })
      .from(project)
      .innerJoin(
        brand,
        and(eq(brand.orgId, project.orgId), eq(brand.projectId, project.id), eq(brand.kind, "own")),
      )
      .where(and(eq(project.orgId, orgId), eq(project.id, projectId)));
    if (!found) return err(notFound("project"));
    const engines: EngineReport[] = [];
    for (const engine of await readEngines(tx, projectId)) {
      engines.push({
        ...engine,
        windows: await readWindows(tx, projectId, found.ownBrandId, engine),
        streak: await readStreak(tx, projectId, found.ownBrandId, engine),
      });
    }
    return ok({ project: found.project, ownBrand: found.ownBrand, engines });
  });
}

type Asked = Omit<EngineReport, "windows" | "streak">;

interface EngineRow extends Record<string, unknown> {
  readonly engineId: string;
  readonly surface: Surface;
  /** Made up or replayed, never what an engine said to us. */
  readonly sandbox: boolean;
  readonly asks: number;
  readonly answered: number;
  readonly cost: string | null;
  readonly reserved: number;
  readonly settled: number;
}

async function readEngines(tx: TenantTransaction, projectId: ProjectId): Promise<Asked[]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<EngineRow>(sql`
    select a.engine_id as "engineId", a.surface, r.sandbox, count(*)::int as asks,
      (count(*) filter (where a.state = 'answered'))::int as answered, sum(w.cost_micros)::text as cost,
      sum(a.credits)::int as reserved, coalesce(sum(w.charged), 0)::int as settled
    from tracking.run r
    join tracking.ask a on a.org_id = r.org_id and a.run_id = r.id
    left join tracking.answer w on w.org_id = a.org_id and w.ask_id = a.id
    where r.org_id = ${orgId} and r.project_id = ${projectId} and r.closed_at is not null
    group by 1, 2, 3 order by 1, 2, 3`);
  return rows.map(({ cost, reserved, settled, ...row }) => ({
    ...row,
    costMicros: cost === null ? null : Number(cost),
    credits: { reserved, settled, released: reserved - settled },
  }));
}

async function readWindows(tx: TenantTransaction, projectId: ProjectId, ownBrandId: BrandId, engine: Asked) {
  const { orgId } = requireContext();
  const rows = await tx
    .select()
    .from(metricValue)
    .where(
      and(
        eq(metricValue.orgId, orgId),
        eq(metricValue.projectId, projectId),
        eq(metricValue.engineId, engine.engineId),
        eq(metricValue.surface, engine.surface),
        sql`${metricValue.brandId} in (${ownBrandId}, ${NO_BRAND})`,
      ),
    )
    .orderBy(asc(metricValue.windowStart));
  return [...Map.groupBy(rows, (row) => row.windowStart)].map(([start, values]) => ({
    start,
    metrics: Object.fromEntries(values.map((row) => [row.metricId, rowOf(row)])),
  }));
}

function rowOf({ detail, metricId, brandId, provenance }: typeof metricValue.$inferSelect): MetricRow {
  const brand = brandId === NO_BRAND ? null : brandId;
  return MetricRow.parse({ ...detail, metricId, brandId: brand, method: provenance.method });
}

async function readStreak(tx: TenantTransaction, projectId: ProjectId, ownBrandId: BrandId, engine: Asked) {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ current: streakTable.current, longest: streakTable.longest })
    .from(streakTable)
    .where(
      and(
        eq(streakTable.orgId, orgId),
        eq(streakTable.projectId, projectId),
        eq(streakTable.engineId, engine.engineId),
        eq(streakTable.surface, engine.surface),
        eq(streakTable.brandId, ownBrandId),
        eq(streakTable.promptHash, ""),
      ),
    );
  return found ?? { current: 0, longest: 0 };
}
