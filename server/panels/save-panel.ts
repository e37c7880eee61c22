import { and, desc, eq } from "drizzle-orm";
import { panel, panelVersion } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden } from "@/server/kernel/errors";
import { newId, type PanelId, type PanelVersionId, type ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { SavePanelInput } from "./contract";
import { insertPrompts, promptHash } from "./prompt-rows";

export interface SavedPanel {
  readonly panelId: PanelId;
  readonly panelVersionId: PanelVersionId;
  readonly version: number;
}

/**
 * Saves a panel by name: the first save makes it, each later one adds the next version. Versions are frozen, so runs of
 * earlier ones keep saying what they asked. The same prompt twice is refused, with both places named.
 */
export async function savePanel(input: SavePanelInput): Promise<Result<SavedPanel>> {
  if (!mayActAs("member")) return err(forbidden("edit a panel"));
  const parsed = parseInput(SavePanelInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, name, prompts } = parsed.value;
  const seen = new Map<string, number>();
  for (const [index, { text }] of prompts.entries()) {
    const hash = promptHash(text);
    const first = seen.get(hash);
    if (first !== undefined) {
      return err(
        new AppError("invalid_input", `prompts ${first + 1} and ${index + 1} are the same: "${text}"`),
      );
    }
    seen.set(hash, index);
  }
  return withTenant(async (tx) => {
    const panelId = await findOrMakePanel(tx, projectId, name);
    const { orgId } = requireContext();
    const [latest] = await tx
      .select({ version: panelVersion.version })
      .from(panelVersion)
      .where(and(eq(panelVersion.orgId, orgId), eq(panelVersion.panelId, panelId)))
      .orderBy(desc(panelVersion.version))
      .limit(1);
    const version = (latest?.version ?? 0) + 1;
    const panelVersionId = newId<PanelVersionId>();
    await tx.insert(panelVersion).values({ orgId, id: panelVersionId, panelId, version });
    await insertPrompts(tx, panelVersionId, prompts);
    await recordAudit(tx, {
      action: "panel.save",
      subjectType: "panel",
      subjectId: panelId,
      detail: { version, prompts: prompts.length },
    });
    return ok({ panelId, panelVersionId, version });
  });
}

/** The insert waits for a concurrent one of the same name, so that two first saves make one panel with two versions. */
async function findOrMakePanel(tx: TenantTransaction, projectId: ProjectId, name: string): Promise<PanelId> {
  const { orgId } = requireContext();
  await tx
    .insert(panel)
    .values({ orgId, id: newId<PanelId>(), projectId, name })
    .onConflictDoNothing({ target: [panel.orgId, panel.projectId, panel.name] });
  const [found] = await tx
    .select({ id: panel.id })
    .from(panel)
    .where(and(eq(panel.orgId, orgId), eq(panel.projectId, projectId), eq(panel.name, name)))
    .for("no key update");
  if (!found) throw new Error("a panel that was just made is not there");
  return found.id;
}
