import { withTenant } from "@/db/tenant";
import type { PanelVersionId, ProjectId, PromptId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { promptHash, readLatestPanel, savePanel } from "@/server/panels";

const PANEL_NAME = "Imported captures";

export interface ImportPanel {
  readonly panelVersionId: PanelVersionId;
  /** Throws for a prompt that was not among those asked for. */
  promptIdOf(text: string): PromptId;
}

/**
 * A panel version of the project that holds all of `prompts`: the latest one named "Imported captures" where it does,
 * else its next version with the new prompts added.
 */
export async function panelForImport(
  projectId: ProjectId,
  prompts: readonly string[],
): Promise<Result<ImportPanel>> {
  const wanted = new Map(prompts.map((text) => [promptHash(text), text]));
  const read = () => withTenant(async (tx) => ok(await readLatestPanel(tx, projectId, PANEL_NAME)));
  const latest = await read();
  if (!latest.ok) return latest;
  const held = latest.value?.prompts ?? [];
  for (const { hash } of held) wanted.delete(hash);
  if (wanted.size > 0) {
    const all = [...held, ...[...wanted.values()].map((text) => ({ text, intent: "category" as const }))];
    const saved = await savePanel({
      projectId,
      name: PANEL_NAME,
      prompts: all.map(({ text, intent }) => ({ text, intent })),
    });
    if (!saved.ok) return saved;
  }
  const panel = wanted.size > 0 ? await read() : latest;
  if (!panel.ok) return panel;
  if (!panel.value) throw new Error("a panel that was just saved is not there");
  const ids = new Map(panel.value.prompts.map(({ hash, id }) => [hash, id]));
  return ok({
    panelVersionId: panel.value.panelVersionId,
    promptIdOf(text) {
      const id = ids.get(promptHash(text));
      if (!id) throw new Error("a prompt of the import is not in its panel");
      return id;
    },
  });
}
