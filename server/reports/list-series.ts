import { sql } from "drizzle-orm";
import { z } from "zod";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { PanelVersionId, ProjectId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import type { Series } from "./read-sample";

/** A series as it comes back from a step of a durable function. */
export const SeriesRef = z.object({
  projectId: ProjectId,
  panelVersionId: PanelVersionId,
  engineId: z.string(),
  surface: z.string(),
  sandbox: z.boolean(),
}) satisfies z.ZodType<Series>;

/** Every series that the project has asks in, in an order of their own. For our own jobs alone. */
export async function listSeries(projectId: ProjectId): Promise<Result<Series[]>> {
  if ("role" in requireContext().actor) return err(forbidden("list a project's series"));
  return withTenant(async (tx) => ok(await readSeries(tx, projectId)));
}

export async function readSeries(tx: TenantTransaction, projectId: ProjectId): Promise<Series[]> {
  const { rows } = await tx.execute<Series & Record<string, unknown>>(sql`
    select distinct r.project_id as "projectId", r.panel_version_id as "panelVersionId", a.engine_id as "engineId", a.surface,
      r.sandbox
    from tracking.run r join tracking.ask a on a.org_id = r.org_id and a.run_id = r.id
    where r.org_id = ${requireContext().orgId} and r.project_id = ${projectId} order by 2, 3, 4, 5`);
  return rows;
}
