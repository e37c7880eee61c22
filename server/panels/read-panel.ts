import { and, desc, eq, lte } from "drizzle-orm";
import { panel, panelVersion } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { PanelId, PanelVersionId, ProjectId } from "@/server/kernel/id";
import { type PromptRow, readPrompts } from "./prompt-rows";

export interface PanelContent {
  readonly panelId: PanelId;
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
  return readPanelUpTo(tx, projectId, name, NEWEST);
}

/** Exactly that version. */
export async function readPanelVersion(
  tx: TenantTransaction,
  projectId: ProjectId,
  name: string,
  version: number,
): Promise<PanelContent | undefined> {
  const found = await readPanelUpTo(tx, projectId, name, version);
  return found?.version === version ? found : undefined;
}

/** The largest number that the column holds. */
const NEWEST = 2_147_483_647;

async function readPanelUpTo(
  tx: TenantTransaction,
  projectId: ProjectId,
  name: string,
  version: number,
): Promise<PanelContent | undefined> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ panelId: panel.id, panelVersionId: panelVersion.id, version: panelVersion.version })
    .from(panelVersion)
    .innerJoin(panel, and(eq(panel.orgId, panelVersion.orgId), eq(panel.id, panelVersion.panelId)))
    .where(
      and(
        eq(panelVersion.orgId, orgId),
        eq(panel.projectId, projectId),
        eq(panel.name, name),
        lte(panelVersion.version, version),
      ),
    )
    .orderBy(desc(panelVersion.version))
    .limit(1);
  return found && { ...found, prompts: await readPrompts(tx, found.panelVersionId) };
}
