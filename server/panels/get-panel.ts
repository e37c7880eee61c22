import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { PanelId, ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { GetPanelInput, type PanelDto, type PanelVersionDto } from "./contract";
import { ownBrandReader } from "./own-brand-reader";
import { marksOf } from "./prompt-rows";
import { readLatestPanel, readPanelVersion } from "./read-panel";

/** A panel at one of its versions, with what every version is, for every role. */
export async function getPanel(input: GetPanelInput): Promise<Result<PanelDto>> {
  const parsed = parseInput(GetPanelInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, name, version } = parsed.value;
  return withTenant<PanelDto>(async (tx) => {
    const found =
      version === undefined
        ? await readLatestPanel(tx, projectId, name)
        : await readPanelVersion(tx, projectId, name, version);
    if (!found) return err(notFound("panel"));
    const reader = await ownBrandReader(tx, projectId);
    return ok({
      panelId: found.panelId,
      panelVersionId: found.panelVersionId,
      name,
      version: found.version,
      prompts: found.prompts.map((prompt) => ({
        promptId: prompt.id,
        text: prompt.text,
        hash: prompt.hash,
        ...marksOf(prompt),
        namesOwnBrand: reader?.isNamedIn(prompt.text) ?? false,
      })),
      versions: await readVersions(tx, projectId, found.panelId),
    });
  });
}

async function readVersions(
  tx: TenantTransaction,
  projectId: ProjectId,
  panelId: PanelId,
): Promise<PanelVersionDto[]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<PanelVersionDto & Record<string, unknown>>(sql`
    select v.version, v.created_at::text as "savedAt",
      (select count(*)::int from tracking.prompt q
       where q.org_id = v.org_id and q.panel_version_id = v.id) as prompts,
      coalesce(r.runs, 0) as runs
    from tracking.panel_version v
    left join (select panel_version_id, count(*)::int as runs from tracking.run
               where org_id = ${orgId} and project_id = ${projectId} group by 1) r on r.panel_version_id = v.id
    where v.org_id = ${orgId} and v.panel_id = ${panelId}
    order by v.version desc`);
  return rows.map((row) => ({ ...row, savedAt: new Date(row.savedAt).toISOString() }));
}
