import { reviewSetting } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { type ReviewSetting, SaveReviewSettingInput } from "./contract";
import { readSetting } from "./read-setting";

/** Sets below which confidence facts are reviewed, and which share of answers is drawn. What is queued already stays. */
export async function saveReviewSetting(input: SaveReviewSettingInput): Promise<Result<ReviewSetting>> {
  if (!mayActAs("member")) return err(forbidden("change what is reviewed"));
  const parsed = parseInput(SaveReviewSettingInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, ...wanted } = parsed.value;
  return withTenant<ReviewSetting>(async (tx) => {
    if (!(await projectExists(tx, projectId, { lock: true }))) return err(notFound("project"));
    const before = await readSetting(tx, projectId);
    if (isSame(before, wanted)) return ok(wanted);
    await tx
      .insert(reviewSetting)
      .values({ orgId: requireContext().orgId, projectId, ...wanted })
      .onConflictDoUpdate({ target: [reviewSetting.orgId, reviewSetting.projectId], set: wanted });
    await recordAudit(tx, {
      action: "review.setting",
      subjectType: "project",
      subjectId: projectId,
      before: { ...before },
      after: wanted,
    });
    return ok(wanted);
  });
}

/** Postgres keeps them as `real`: equal to seven digits. */
function isSame(a: ReviewSetting, b: ReviewSetting): boolean {
  return (
    Math.fround(a.confidence) === Math.fround(b.confidence) && Math.fround(a.share) === Math.fround(b.share)
  );
}
