import { withTenant } from "@/db/tenant";
import { mayActAs } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { RestorePanelVersionInput } from "./contract";
import { marksOf } from "./prompt-rows";
import { readPanelVersion } from "./read-panel";
import { type SavedPanel, savePanel } from "./save-panel";

/**
 * Saves what an older version asked as the next version: nothing is taken back, and the versions between stay. Two
 * transactions are safe, since a version never changes. `unchanged` when the newest asks just that.
 */
export async function restorePanelVersion(input: RestorePanelVersionInput): Promise<Result<SavedPanel>> {
  if (!mayActAs("member")) return err(forbidden("edit a panel"));
  const parsed = parseInput(RestorePanelVersionInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, name, version, baseVersion } = parsed.value;
  const old = await withTenant(async (tx) => {
    const found = await readPanelVersion(tx, projectId, name, version);
    return found ? ok(found) : err(notFound("version of this panel"));
  });
  if (!old.ok) return old;
  const prompts = old.value.prompts.map((prompt) => ({
    text: prompt.text,
    ...marksOf(prompt),
    tags: prompt.tags,
  }));
  return savePanel({ projectId, name, prompts, ...(baseVersion !== undefined && { baseVersion }) });
}
