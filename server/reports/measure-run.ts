import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import type { RunId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { type MetricWindow, windowOf } from "@/server/metrics";
import { lockProject } from "./lock-project";
import { type MeasuredWindow, measureCellStreaks } from "./measure-cell-streaks";
import { measurePanelStreaks } from "./measure-panel-streaks";
import { measureWindow } from "./measure-window";
import { readSample, type Series } from "./read-sample";
import { rebuildSeries } from "./rebuild-series";
import { countCells, rollUpCells } from "./roll-up-cells";
import { rollUpAllEngines, rollUpSources } from "./roll-up-sources";

interface Touched extends Record<string, unknown>, Series {
  readonly observedAt: string;
}

/**
 * Step *measure*: computes every metric of every series and window that the run added to, over all answers of that window
 * (other runs' too), what is counted of those windows (cells, sources), and the streaks that follow. A retry changes the windows
 * of the run that it retries, too. Replaces its rows by what the answers say, so it is safe to run again; reads no answer of
 * any other window.
 */
export async function measureRun(runId: RunId): Promise<Result<{ rows: number }>> {
  const measured = await withTenant(async (tx) => {
    let rows = 0;
    const touched = [...(await readTouched(tx, runId))];
    const [first] = touched;
    if (first) await lockProject(tx, first[0].projectId);
    const counted = [];
    for (const [series, windows] of touched) {
      const measured = await measureSeries(tx, series, windows);
      rows += measured.rows;
      counted.push({ series, starts: measured.starts });
    }
    for (const [one, ...others] of Map.groupBy(counted, ({ series }) => series.surface).values()) {
      if (one === undefined) continue;
      const starts = new Set([one, ...others].flatMap((each) => each.starts));
      await rollUpAllEngines(tx, one.series, [...starts]);
    }
    crashPoint("measure/before-commit");
    return ok({ rows });
  });
  crashPoint("measure/after-commit");
  return measured;
}

async function readTouched(tx: TenantTransaction, runId: RunId): Promise<Map<Series, MetricWindow[]>> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<Touched>(sql`
    select r.project_id as "projectId", r.panel_version_id as "panelVersionId", a.engine_id as "engineId", a.surface,
      r.sandbox, date_trunc('day', a.observed_at, 'UTC') as "observedAt"
    from tracking.run r join tracking.ask a on a.org_id = r.org_id and a.run_id in (r.id, r.retry_of)
    where r.org_id = ${orgId} and r.id = ${runId}
    group by 1, 2, 3, 4, 5, 6 order by 3, 4, 6`);
  const touched = new Map<Series, MetricWindow[]>();
  for (const group of Map.groupBy(rows, (row) => `${row.engineId} ${row.surface}`).values()) {
    const [first] = group;
    if (!first) continue;
    const { projectId, panelVersionId, engineId, surface, sandbox } = first;
    const windows = new Map(
      group.map((row) => windowOf(new Date(row.observedAt))).map((window) => [window.start, window]),
    );
    touched.set({ projectId, panelVersionId, engineId, surface, sandbox }, [...windows.values()]);
  }
  return touched;
}

async function measureSeries(
  tx: TenantTransaction,
  series: Series,
  windows: readonly MetricWindow[],
): Promise<{ rows: number; starts: readonly string[] }> {
  let rows = 0;
  const measured: MeasuredWindow[] = [];
  for (const window of windows) {
    const sample = await readSample(tx, series, window);
    const cells = countCells(sample.cells);
    rows += await measureWindow(tx, series, window, sample);
    await rollUpCells(tx, series, window, cells);
    await rollUpSources(tx, series, window);
    measured.push({ window, cells });
  }
  await measurePanelStreaks(tx, series);
  const kept = await measureCellStreaks(tx, series, measured);
  const starts = kept ? windows.map(({ start }) => start) : await rebuildSeries(tx, series);
  return { rows, starts };
}
