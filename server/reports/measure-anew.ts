import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { lockProject } from "./lock-project";
import { measurePanelStreaks } from "./measure-panel-streaks";
import { measureWindow } from "./measure-window";
import type { Series } from "./read-sample";
import { rebuildSeries } from "./rebuild-series";
import { rollUpAllEngines } from "./roll-up-sources";

/**
 * Measures every window of a series anew from its answers: metrics, what is counted in advance, streaks; all that fresh
 * recording of the same answers would leave, and nothing of brands that the project doesn't track any more. Safe to run
 * again. For our own jobs alone.
 */
export async function measureAnew(series: Series): Promise<Result<{ windows: number }>> {
  if ("role" in requireContext().actor) return err(forbidden("measure a series anew"));
  return withTenant(async (tx) => {
    await lockProject(tx, series.projectId);
    const starts = await rebuildSeries(tx, series, (window, sample) =>
      measureWindow(tx, series, window, sample),
    );
    await deleteLeftOver(tx, series);
    await measurePanelStreaks(tx, series);
    await rollUpAllEngines(tx, series, starts);
    return ok({ windows: starts.length });
  });
}

/** What this transaction didn't write: rows of brands that were put away, and the panel's streaks, which are counted next. */
async function deleteLeftOver(
  tx: TenantTransaction,
  { projectId, panelVersionId, engineId, surface, sandbox }: Series,
): Promise<void> {
  const inSeries = sql`org_id = ${requireContext().orgId} and project_id = ${projectId}
    and panel_version_id = ${panelVersionId} and engine_id = ${engineId} and surface = ${surface}`;
  await tx.execute(sql`
    delete from insight.metric_value
    where ${inSeries} and computed_at < now() and (provenance ->> 'sandbox')::boolean = ${sandbox}::boolean`);
  await tx.execute(sql`delete from insight.streak where ${inSeries} and prompt_hash = ''`);
}
