import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { lockProject } from "./lock-project";
import type { Series } from "./read-sample";
import { rebuildSeries } from "./rebuild-series";
import { rollUpAllEngines } from "./roll-up-sources";

/**
 * Counts all of a project anew from its answers, a series at a time: what measureRun keeps up window by window. Changes
 * nothing where it was right. For our own jobs and scripts alone; returns how many windows of series were counted.
 */
export async function rebuildRollups(projectId: ProjectId): Promise<Result<{ windows: number }>> {
  if ("role" in requireContext().actor) return err(forbidden("count a project anew"));
  const found = await withTenant(async (tx) => ok(await readSeries(tx, projectId)));
  if (!found.ok) return found;
  let windows = 0;
  for (const series of found.value) {
    const rebuilt = await withTenant(async (tx) => {
      await lockProject(tx, projectId);
      const starts = await rebuildSeries(tx, series);
      await rollUpAllEngines(tx, series, starts);
      return ok(starts.length);
    });
    if (!rebuilt.ok) return rebuilt;
    windows += rebuilt.value;
  }
  return ok({ windows });
}

async function readSeries(tx: TenantTransaction, projectId: ProjectId): Promise<Series[]> {
  const { rows } = await tx.execute<Series & Record<string, unknown>>(sql`
    select distinct r.project_id as "projectId", r.panel_version_id as "panelVersionId", a.engine_id as "engineId", a.surface,
      r.sandbox
    from tracking.run r join tracking.ask a on a.org_id = r.org_id and a.run_id = r.id
    where r.org_id = ${requireContext().orgId} and r.project_id = ${projectId} order by 2, 3, 4, 5`);
  return rows;
}
