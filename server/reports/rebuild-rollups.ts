import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { readSeries } from "./list-series";
import { lockProject } from "./lock-project";
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
