import { and, asc, desc, eq } from "drizzle-orm";
import { panel, panelVersion, prompt } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { PanelVersionId, ProjectId } from "@/server/kernel/id";

export type PromptRow = typeof prompt.$inferSelect;

export interface PanelContent {
  readonly panelVersionId: PanelVersionId;
  readonly version: number;
  readonly prompts: readonly PromptRow[];
}

/** The newest version of the project's panel of that name, with its prompts in order; undefined where there is none. */
export async function readLatestPanel(
  tx: TenantTransaction,
  projectId: ProjectId,
  name: string,
): Promise<PanelContent | undefined> {
  const { orgId } = requireContext();
  const [latest] = await tx
    .select({ id: panelVersion.id, version: panelVersion.version })
    .from(panelVersion)
    .innerJoin(panel, and(eq(panel.orgId, panelVersion.orgId), eq(panel.id, panelVersion.panelId)))
    .where(and(eq(panelVersion.orgId, orgId), eq(panel.projectId, projectId), eq(panel.name, name)))
    .orderBy(desc(panelVersion.version))
    .limit(1);
  if (!latest) return undefined;
  const prompts = await tx
    .select()
    .from(prompt)
    .where(and(eq(prompt.orgId, orgId), eq(prompt.panelVersionId, latest.id)))
    .orderBy(asc(prompt.ordinal));
  return { panelVersionId: latest.id, version: latest.version, prompts };
}
