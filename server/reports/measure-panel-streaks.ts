import { and, eq, sql } from "drizzle-orm";
import { metricValue, project, streak as streakTable } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { panelHit, streak, windowBounds, windowsBetween } from "@/server/metrics";
import type { Series } from "./read-sample";

/**
 * Rebuilds each brand's streak over the panel of a series, from its stored presence in every window against the project's
 * target (which may have changed): a row a window and brand. Weeks without data pause a streak.
 */
export async function measurePanelStreaks(tx: TenantTransaction, series: Series): Promise<void> {
  const { orgId } = requireContext();
  const presences = await readPresences(tx, series);
  const starts = presences.map(({ start }) => start).sort();
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return;
  const at = (start: string) => windowBounds({ start, days: 7 }).from;
  const windows = windowsBetween(at(first), at(last));
  const { projectId, panelVersionId, engineId, surface } = series;
  const rows = [...Map.groupBy(presences, ({ brandId }) => brandId)].map(([brandId, own]) => {
    const outcomes = new Map(own.map((row) => [row.start, panelHit(row, row.target)]));
    const { current, longest, brokenAt } = streak(
      windows.map(({ start }) => outcomes.get(start) ?? "no_data"),
    );
    const broken = brokenAt === null ? null : (windows[brokenAt]?.start ?? null);
    return {
      orgId,
      projectId,
      panelVersionId,
      engineId,
      surface,
      brandId,
      current,
      longest,
      brokenAt: broken,
    };
  });
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

async function readPresences(tx: TenantTransaction, series: Series) {
  return tx
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
        eq(metricValue.orgId, requireContext().orgId),
        eq(metricValue.projectId, series.projectId),
        eq(metricValue.panelVersionId, series.panelVersionId),
        eq(metricValue.engineId, series.engineId),
        eq(metricValue.surface, series.surface),
        eq(metricValue.metricId, "presence"),
      ),
    );
}
