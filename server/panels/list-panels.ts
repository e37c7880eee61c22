import { sql } from "drizzle-orm";
import { runNamed } from "@/db/statement";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { PanelId, PanelVersionId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { ListPanelsInput, type PanelSummaryDto } from "./contract";

interface Row {
  readonly panelId: PanelId;
  readonly panelVersionId: PanelVersionId;
  readonly name: string;
  readonly version: number;
  readonly prompts: number;
  readonly savedAt: string;
  readonly runs: number;
  readonly runsOfVersion: number;
}

/** The project's panels, each at its newest version, the oldest panel first; for every role. */
export async function listPanels(input: ListPanelsInput): Promise<Result<PanelSummaryDto[]>> {
  const parsed = parseInput(ListPanelsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId } = parsed.value;
  const { orgId } = requireContext();
  return withTenant<PanelSummaryDto[]>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const rows = await runNamed<Row>(
      tx,
      "list_panels",
      sql`
      select p.id as "panelId", v.id as "panelVersionId", p.name, v.version, v.created_at::text as "savedAt",
        (select count(*)::int from tracking.prompt q
         where q.org_id = v.org_id and q.panel_version_id = v.id) as prompts,
        (select count(*)::int from tracking.run r
         join tracking.panel_version w on w.org_id = r.org_id and w.id = r.panel_version_id
         where r.org_id = p.org_id and r.project_id = p.project_id and w.panel_id = p.id) as runs,
        (select count(*)::int from tracking.run r
         where r.org_id = p.org_id and r.project_id = p.project_id and r.panel_version_id = v.id) as "runsOfVersion"
      from tracking.panel p
      join lateral (select * from tracking.panel_version w where w.org_id = p.org_id and w.panel_id = p.id
                    order by w.version desc limit 1) v on true
      where p.org_id = ${orgId} and p.project_id = ${projectId}
      order by p.created_at, p.name`,
    );
    return ok(rows.map((row) => ({ ...row, savedAt: new Date(row.savedAt).toISOString() })));
  });
}
