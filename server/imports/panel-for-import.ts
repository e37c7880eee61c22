import { type TenantTransaction, withTenant } from "@/db/tenant";
import { AppError } from "@/server/kernel/errors";
import type { PanelVersionId, ProjectId, PromptId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { PANEL_MAX_PROMPTS, promptHash, readLatestPanel, savePanel } from "@/server/panels";

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
  const read = () => withTenant(async (tx) => ok(await readImportPanel(tx, projectId)));
  const latest = await read();
  if (!latest.ok) return latest;
  const { held } = latest.value;
  const added = newPrompts(held, prompts);
  const refusal = panelRefusal(held.length, added.length);
  if (refusal !== null) return err(new AppError("invalid_input", refusal));
  if (added.length > 0) {
    const all = [...held, ...added.map((text) => ({ text, intent: "category" as const, tags: [] }))];
    const saved = await savePanel({
      projectId,
      name: PANEL_NAME,
      prompts: all.map(({ text, intent, tags }) => ({ text, intent, tags })),
    });
    if (!saved.ok) return saved;
  }
  const panel = added.length > 0 ? await read() : latest;
  if (!panel.ok) return panel;
  const { panelVersionId } = panel.value;
  if (panelVersionId === null) throw new Error("a panel that was just saved is not there");
  const ids = new Map(panel.value.held.map(({ hash, id }) => [hash, id]));
  return ok({
    panelVersionId,
    promptIdOf(text) {
      const id = ids.get(promptHash(text));
      if (!id) throw new Error("a prompt of the import is not in its panel");
      return id;
    },
  });
}

/** The prompts that the project's panel of imports holds now. */
export async function readImportPanel(tx: TenantTransaction, projectId: ProjectId) {
  const latest = await readLatestPanel(tx, projectId, PANEL_NAME);
  return { panelVersionId: latest?.panelVersionId ?? null, held: latest?.prompts ?? [] };
}

/** Those of `prompts` that are not held yet, each once. */
export function newPrompts(held: readonly { hash: string }[], prompts: readonly string[]): string[] {
  const wanted = new Map(prompts.map((text) => [promptHash(text), text]));
  for (const { hash } of held) wanted.delete(hash);
  return [...wanted.values()];
}

/** Why the panel can't take so many more prompts, or null. */
export function panelRefusal(held: number, added: number): string | null {
  if (held + added <= PANEL_MAX_PROMPTS) return null;
  const number = (count: number) => count.toLocaleString("en-GB");
  const most = `a panel holds at most ${number(PANEL_MAX_PROMPTS)} prompts, and “${PANEL_NAME}”`;
  const stand = held === 0 ? "would get" : `holds ${number(held)} and would get`;
  return `This file has too many prompts: ${most} ${stand} ${number(added)} new ones. Bring a part of the file into another project.`;
}
