import type { z } from "zod";
import type { BrandId, PanelVersionId, ProjectId, WorkspaceId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { type PromptInput, savePanel } from "@/server/panels";
import { type BrandInput, createProject } from "@/server/projects";

export interface DemoProject {
  readonly projectId: ProjectId;
  readonly ownBrandId: BrandId;
  readonly panelVersionId: PanelVersionId;
}

/** A project with its brands and one panel, through the verbs that a screen would call. */
export async function makeProject(
  workspaceId: WorkspaceId,
  wanted: {
    name: string;
    own: z.input<typeof BrandInput>;
    rivals: z.input<typeof BrandInput>[];
    prompts: z.input<typeof PromptInput>[];
  },
): Promise<DemoProject> {
  const { name, own, rivals, prompts } = wanted;
  const { projectId, ownBrandId } = unwrap(
    await createProject({ workspaceId, name, own, rivals, targetPresence: 0.4 }),
  );
  const { panelVersionId } = unwrap(await savePanel({ projectId, name: "Main", prompts }));
  return { projectId, ownBrandId, panelVersionId };
}
