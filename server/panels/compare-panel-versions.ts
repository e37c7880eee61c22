import { withTenant } from "@/db/tenant";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { comparePrompts } from "./compare-prompts";
import { ComparePanelVersionsInput, type PanelDifference } from "./contract";
import { readPanelVersion } from "./read-panel";

/** How a version differs from the one before it, for every role. All of a first version is added. */
export async function comparePanelVersions(
  input: ComparePanelVersionsInput,
): Promise<Result<PanelDifference>> {
  const parsed = parseInput(ComparePanelVersionsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, name, version } = parsed.value;
  return withTenant<PanelDifference>(async (tx) => {
    const after = await readPanelVersion(tx, projectId, name, version);
    if (!after) return err(notFound("version of this panel"));
    const before = await readPanelVersion(tx, projectId, name, version - 1);
    return ok({ version, ...comparePrompts(before?.prompts ?? [], after.prompts) });
  });
}
