import { and, eq, lt } from "drizzle-orm";
import { project, run } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { readCreditsByRun } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { ListRunsInput, type RunsPage } from "./contract";
import { engineLabel } from "./engine-label";
import { type AskGroup, factsOf, type ReadRun, readAskGroups, readRuns } from "./run-facts";

/** A page of the project's runs and imports, newest request first, for every role. Keyset: new runs shift no page. */
export async function listRuns(input: ListRunsInput): Promise<Result<RunsPage>> {
  const parsed = parseInput(ListRunsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, before, limit } = parsed.value;
  const { orgId } = requireContext();
  return withTenant<RunsPage>(async (tx) => {
    const [found] = await tx
      .select({ id: project.id })
      .from(project)
      .where(and(eq(project.orgId, orgId), eq(project.id, projectId)));
    if (!found) return err(notFound("project"));
    const rows = await readRuns(
      tx,
      and(eq(run.projectId, projectId), before && lt(run.id, before)),
      limit + 1,
    );
    const page = rows.slice(0, limit);
    const runIds = page.map((row) => row.run.id);
    const groups = Map.groupBy(await readAskGroups(tx, runIds), (group) => group.runId);
    const credits = await readCreditsByRun(tx, runIds);
    const runs = page.map((row) => {
      const own = groups.get(row.run.id) ?? [];
      return {
        ...factsOf(row, own),
        engines: enginesOf(row, own),
        settledCredits: credits.get(row.run.id)?.settled ?? 0,
      };
    });
    return ok({ runs, next: rows.length > limit ? (runIds.at(-1) ?? null) : null });
  });
}

/** Of the grid, so that a run that planned no ask yet has them too; imports have no grid. */
function enginesOf({ run }: ReadRun, groups: readonly AskGroup[]) {
  const ids = new Set([...run.grid, ...groups].map(({ engineId }) => engineId));
  return [...ids].sort().map((engineId) => ({ engineId, label: engineLabel(engineId) }));
}
