import { type TenantTransaction, withTenant } from "@/db/tenant";
import { AppError } from "@/server/kernel/errors";
import type { PanelVersionId, ProjectId, PromptId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { marksOf, PANEL_MAX_PROMPTS, promptHash, readLatestPanel, savePanel } from "@/server/panels";

const PANEL_NAME = "Imported captures";

export interface ImportPanel {
  readonly panelVersionId: PanelVersionId;
  /** Throws for a prompt that was not among those asked for. */
  promptIdOf(text: string): PromptId;
}

const ATTEMPTS = 5;

/**
 * A panel version of the project that holds all of `prompts`: the latest one named "Imported captures" where it does,
 * else its next version with the new prompts added. Who saves the panel meanwhile loses nothing: it is read again.
 */
export async function panelForImport(
  projectId: ProjectId,
  prompts: readonly string[],
): Promise<Result<ImportPanel>> {
  for (let attempt = 1; ; attempt += 1) {
    const latest = await withTenant(async (tx) => ok(await readImportPanel(tx, projectId)));
    if (!latest.ok) return latest;
    const { panelVersionId, version, held } = latest.value;
    const added = newPrompts(held, prompts);
    if (added.length === 0 && panelVersionId !== null) return ok(importPanel(panelVersionId, held));
    const refusal = panelRefusal(held.length, added.length);
    if (refusal !== null) return err(new AppError("invalid_input", refusal));
    const saved = await savePanel({
      projectId,
      name: PANEL_NAME,
      prompts: [
        ...held.map((prompt) => ({ text: prompt.text, ...marksOf(prompt), tags: prompt.tags })),
        ...added.map((text) => ({ text, intent: "category" as const })),
      ],
      baseVersion: version,
    });
    if (!saved.ok && (saved.error.code !== "conflict" || attempt === ATTEMPTS)) return saved;
  }
}

function importPanel(
  panelVersionId: PanelVersionId,
  held: readonly { hash: string; id: PromptId }[],
): ImportPanel {
  const ids = new Map(held.map(({ hash, id }) => [hash, id]));
  return {
    panelVersionId,
    promptIdOf(text) {
      const id = ids.get(promptHash(text));
      if (!id) throw new Error("a prompt of the import is not in its panel");
      return id;
    },
  };
}

/** The prompts that the project's panel of imports holds now. */
export async function readImportPanel(tx: TenantTransaction, projectId: ProjectId) {
  const latest = await readLatestPanel(tx, projectId, PANEL_NAME);
  return {
    panelVersionId: latest?.panelVersionId ?? null,
    version: latest?.version ?? 0,
    held: latest?.prompts ?? [],
  };
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
