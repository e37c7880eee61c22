import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { type MetricWindow, windowOf } from "@/server/metrics";
import { type MeasuredWindow, rebuildCellStreaks } from "./measure-cell-streaks";
import { readSample, type SampledCells, type Series } from "./read-sample";
import { countCells, rollUpCells } from "./roll-up-cells";
import { rollUpSources } from "./roll-up-sources";

/**
 * Counts a series anew from all of its answers: the rows of every window, and the streaks of its cells. The caller holds the
 * project's lock, and counts its surface's engines together afterwards. What measureRun keeps up is equal to it, which a property
 * test shows. `onWindow` gets the sample of each window that it reads. Returns the first days of its windows.
 */
export async function rebuildSeries(
  tx: TenantTransaction,
  series: Series,
  onWindow?: (window: MetricWindow, sample: SampledCells) => Promise<unknown>,
): Promise<string[]> {
  const measured: MeasuredWindow[] = [];
  await deleteRows(tx, series);
  for (const start of await readWindows(tx, series)) {
    const window = windowOf(new Date(start));
    const sample = await readSample(tx, series, window);
    const cells = countCells(sample.cells);
    await onWindow?.(window, sample);
    await rollUpCells(tx, series, window, cells);
    await rollUpSources(tx, series, window);
    measured.push({ window, cells });
  }
  await rebuildCellStreaks(tx, series, measured);
  return measured.map(({ window }) => window.start);
}

async function deleteRows(tx: TenantTransaction, series: Series): Promise<void> {
  const { projectId, panelVersionId, engineId, surface, sandbox } = series;
  for (const table of [sql`insight.cell_week`, sql`insight.source_week`]) {
    await tx.execute(sql`
      delete from ${table} where org_id = ${requireContext().orgId} and project_id = ${projectId}
        and panel_version_id = ${panelVersionId} and engine_id = ${engineId} and surface = ${surface}
        and sandbox = ${sandbox}`);
  }
}

/** The Mondays of the weeks that asks of the series stand for, oldest first. */
async function readWindows(tx: TenantTransaction, series: Series): Promise<string[]> {
  const { rows } = await tx.execute<{ start: string }>(sql`
    select distinct to_char(date_trunc('week', a.observed_at at time zone 'UTC'), 'YYYY-MM-DD') as start
    from tracking.run r join tracking.ask a on a.org_id = r.org_id and a.run_id = r.id
    where r.org_id = ${requireContext().orgId} and r.project_id = ${series.projectId}
      and r.panel_version_id = ${series.panelVersionId} and r.sandbox = ${series.sandbox}
      and a.engine_id = ${series.engineId} and a.surface = ${series.surface} order by 1`);
  return rows.map(({ start }) => start);
}
