import { and, eq, sql } from "drizzle-orm";
import { metricValue, project, streak as streakTable } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { BrandId } from "@/server/kernel/id";
import {
  type AnswerOutcome,
  cellHit,
  type MetricWindow,
  panelHit,
  streak,
  type WindowOutcome,
  windowBounds,
  windowOf,
  windowsBetween,
} from "@/server/metrics";
import type { Series } from "./read-sample";

interface Streaked {
  readonly brandId: string;
  /** '' for the panel as a whole. */
  readonly promptHash: string;
  readonly outcomes: ReadonlyMap<string, WindowOutcome>;
}

/**
 * Rebuilds the streaks of a series from its windows, oldest first: each brand's over the panel (presence against the
 * project's target), and each brand's in each cell (at least half of the answers). Weeks without data pause a streak.
 */
export async function measureStreaks(tx: TenantTransaction, series: Series): Promise<void> {
  const streaked = [...(await panelOutcomes(tx, series)), ...(await cellOutcomes(tx, series))];
  const starts = streaked.flatMap(({ outcomes }) => [...outcomes.keys()]).sort();
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return;
  const at = (start: string) => windowBounds({ start, days: 7 }).from;
  const windows = windowsBetween(at(first), at(last));
  const rows = streaked.map((each) => streakRow(series, windows, each));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await upsertStreaks(tx, rows.slice(from, from + ROWS_PER_INSERT));
  }
}

type StreakRow = typeof streakTable.$inferInsert;

/** A statement takes 65,535 parameters at most, and a row has ten. */
const ROWS_PER_INSERT = 1_000;

function streakRow(
  { projectId, panelVersionId, engineId, surface }: Series,
  windows: readonly MetricWindow[],
  { brandId, promptHash, outcomes }: Streaked,
): StreakRow {
  const { current, longest, brokenAt } = streak(windows.map(({ start }) => outcomes.get(start) ?? "no_data"));
  return {
    orgId: requireContext().orgId,
    projectId,
    panelVersionId,
    engineId,
    surface,
    brandId: BrandId.parse(brandId),
    promptHash,
    current,
    longest,
    brokenAt: brokenAt === null ? null : (windows[brokenAt]?.start ?? null),
  };
}

async function upsertStreaks(tx: TenantTransaction, rows: StreakRow[]): Promise<void> {
  await tx
    .insert(streakTable)
    .values(rows)
    .onConflictDoUpdate({
      target: [
        streakTable.orgId,
        streakTable.projectId,
        streakTable.panelVersionId,
        streakTable.engineId,
        streakTable.surface,
        streakTable.brandId,
        streakTable.promptHash,
      ],
      set: {
        current: sql`excluded.current`,
        longest: sql`excluded.longest`,
        brokenAt: sql`excluded.broken_at`,
        computedAt: sql`now()`,
      },
    });
}

async function panelOutcomes(tx: TenantTransaction, series: Series): Promise<Streaked[]> {
  const { orgId } = requireContext();
  const rows = await tx
    .select({
      brandId: metricValue.brandId,
      start: metricValue.windowStart,
      value: metricValue.value,
      target: project.targetPresence,
    })
    .from(metricValue)
    .innerJoin(project, and(eq(project.orgId, metricValue.orgId), eq(project.id, metricValue.projectId)))
    .where(
      and(
        eq(metricValue.orgId, orgId),
        eq(metricValue.projectId, series.projectId),
        eq(metricValue.panelVersionId, series.panelVersionId),
        eq(metricValue.engineId, series.engineId),
        eq(metricValue.surface, series.surface),
        eq(metricValue.metricId, "presence"),
      ),
    );
  return [...Map.groupBy(rows, (row) => row.brandId)].map(([brandId, windows]) => ({
    brandId,
    promptHash: "",
    outcomes: new Map(windows.map((row) => [row.start, panelHit(row, row.target)])),
  }));
}

interface CellAnswer extends Record<string, unknown> {
  readonly hash: string;
  readonly state: AnswerOutcome["state"];
  readonly day: string;
  readonly named: string[];
}

async function cellOutcomes(tx: TenantTransaction, series: Series): Promise<Streaked[]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<CellAnswer>(sql`
    select p.hash, w.state, to_char(w.observed_at at time zone 'UTC', 'YYYY-MM-DD') as day,
      coalesce((select array_agg(m.brand_id::text) from tracking.mention m
                where m.org_id = w.org_id and m.answer_id = w.id), '{}') as named
    from tracking.answer w
    join tracking.prompt p on p.org_id = w.org_id and p.id = w.prompt_id
    where w.org_id = ${orgId} and w.project_id = ${series.projectId} and p.panel_version_id = ${series.panelVersionId}
      and w.engine_id = ${series.engineId} and w.surface = ${series.surface} and w.sandbox = ${series.sandbox}`);
  const brands = [...new Set(rows.flatMap((row) => row.named))];
  return [...Map.groupBy(rows, (row) => row.hash)].flatMap(([promptHash, answers]) => {
    const byWindow = Map.groupBy(answers, (row) => startOf(row.day));
    return brands.map((brandId) => ({
      brandId,
      promptHash,
      outcomes: new Map([...byWindow].map(([start, week]) => [start, cellHit(week.map(outcomeOf), brandId)])),
    }));
  });
}

function startOf(day: string): MetricWindow["start"] {
  return windowOf(new Date(`${day}T00:00:00Z`)).start;
}

function outcomeOf({ state, day, named }: CellAnswer): AnswerOutcome {
  return { state, day, named, judged: [], recommended: [], citedOwners: [], planned: true };
}
