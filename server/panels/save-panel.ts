import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { panel, panelVersion } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { newId, type PanelId, type PanelVersionId, type ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { comparePrompts } from "./compare-prompts";
import { SavePanelInput } from "./contract";
import { insertPrompts, promptHash } from "./prompt-rows";
import { readLatestPanel } from "./read-panel";

export interface SavedPanel {
  readonly panelId: PanelId;
  readonly panelVersionId: PanelVersionId;
  readonly version: number;
  /** The newest version held exactly these prompts already, so it is the one returned and none was made. */
  readonly unchanged: boolean;
}

/**
 * Saves a panel by name: the first save makes it, each later one adds the next version. Versions are frozen, so runs of
 * earlier ones keep saying what they asked. The same prompt twice is refused, with both places named; so is a save on a
 * `baseVersion` that is no longer the newest, unless somebody saved the very same prompts.
 */
export async function savePanel(input: SavePanelInput): Promise<Result<SavedPanel>> {
  if (!mayActAs("member")) return err(forbidden("edit a panel"));
  const parsed = parseInput(SavePanelInput, input);
  if (!parsed.ok) return parsed;
  return withTenant((tx) => insertPanel(tx, parsed.value));
}

/** The same, in the transaction of a verb that has checked who may, and the input. */
export async function insertPanel(
  tx: TenantTransaction,
  { projectId, name, baseVersion, prompts: wanted }: z.output<typeof SavePanelInput>,
): Promise<Result<SavedPanel>> {
  const prompts = wanted.map((each) => ({ ...each, hash: promptHash(each.text, each.locale) }));
  const twice = repeated(prompts);
  if (twice) return err(twice);
  if (!(await projectExists(tx, projectId))) return err(notFound("project"));
  const panelId = await findOrMakePanel(tx, projectId, name);
  const { orgId } = requireContext();
  const latest = await readLatestPanel(tx, projectId, name);
  const difference = comparePrompts(latest?.prompts ?? [], prompts);
  const { added, removed, changed } = difference;
  if (latest && added.length + removed.length + changed.length === 0) {
    const { panelVersionId, version } = latest;
    return ok({ panelId, panelVersionId, version, unchanged: true });
  }
  if (baseVersion !== undefined && baseVersion !== (latest?.version ?? 0))
    return err(overtaken(name, baseVersion, latest?.version ?? 0));
  const version = (latest?.version ?? 0) + 1;
  const panelVersionId = newId<PanelVersionId>();
  await tx.insert(panelVersion).values({ orgId, id: panelVersionId, panelId, version });
  await insertPrompts(tx, panelVersionId, prompts);
  await recordAudit(tx, {
    action: "panel.save",
    subjectType: "panel",
    subjectId: panelId,
    before: latest ? { version: latest.version, prompts: latest.prompts.length } : null,
    after: { version, prompts: prompts.length },
    detail: { projectId, added: added.length, removed: removed.length, changed: changed.length },
  });
  return ok({ panelId, panelVersionId, version, unchanged: false });
}

function repeated(prompts: readonly { readonly text: string; readonly hash: string }[]) {
  const seen = new Map<string, number>();
  for (const [index, { text, hash }] of prompts.entries()) {
    const first = seen.get(hash);
    if (first !== undefined) {
      const problem = `prompts ${first + 1} and ${index + 1} are the same: "${text}"`;
      const problems = [{ field: `prompts.${index}.text`, problem: `is the same as prompt ${first + 1}` }];
      return new AppError("invalid_input", problem, { problems });
    }
    seen.set(hash, index);
  }
  return undefined;
}

function overtaken(name: string, baseVersion: number, latest: number): AppError {
  const was = baseVersion === 0 ? `while you made it` : `while you edited version ${baseVersion}`;
  return new AppError(
    "conflict",
    `Somebody else saved version ${latest} of the panel "${name}" ${was}. Nothing was overwritten: put your changes on ` +
      `version ${latest} and save again.`,
    { baseVersion, latest },
  );
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
