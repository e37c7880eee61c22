import { checkSetting } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { type CheckSetting, SaveCheckSettingInput } from "./contract";
import { readCheckSetting } from "./read-check-setting";

/** Sets how many answers of a run are read for statements, and how many cited pages are looked at. What was checked stays. */
export async function saveCheckSetting(input: SaveCheckSettingInput): Promise<Result<CheckSetting>> {
  if (!mayActAs("member")) return err(forbidden("change what is checked"));
  const parsed = parseInput(SaveCheckSettingInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, ...wanted } = parsed.value;
  return withTenant<CheckSetting>(async (tx) => {
    if (!(await projectExists(tx, projectId, { lock: true }))) return err(notFound("project"));
    const before = await readCheckSetting(tx, projectId);
    if (isSame(before, wanted)) return ok(wanted);
    await tx
      .insert(checkSetting)
      .values({ orgId: requireContext().orgId, projectId, ...wanted })
      .onConflictDoUpdate({ target: [checkSetting.orgId, checkSetting.projectId], set: wanted });
    await recordAudit(tx, {
      action: "check.setting",
      subjectType: "project",
      subjectId: projectId,
      before: { ...before },
      after: wanted,
    });
    return ok(wanted);
  });
}

/** Postgres keeps the share as `real`: equal to seven digits. */
function isSame(a: CheckSetting, b: CheckSetting): boolean {
  return (
    Math.fround(a.share) === Math.fround(b.share) &&
    a.answersPerRun === b.answersPerRun &&
    a.pagesPerRun === b.pagesPerRun
  );
}
