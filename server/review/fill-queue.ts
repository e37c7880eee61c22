import { sql } from "drizzle-orm";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { ReviewProjectInput } from "./contract";
import { queueAnswers } from "./queue-answers";
import { readSetting } from "./read-setting";

/** How many of a project's newest answers are looked through. */
const NEWEST = 2_000;

/** Queues what the project's newest answers have to review by its present setting. Again: adds nothing. */
export async function fillQueue(input: ReviewProjectInput): Promise<Result<{ added: number }>> {
  if (!mayActAs("member")) return err(forbidden("fill the review queue"));
  const parsed = parseInput(ReviewProjectInput, input);
  if (!parsed.ok) return parsed;
  const { projectId } = parsed.value;
  return withTenant<{ added: number }>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const answers = sql`select a.id, a.extractor_version from tracking.answer a
      where a.org_id = ${requireContext().orgId} and a.project_id = ${projectId} and a.state in ('answered', 'truncated')
      order by a.observed_at desc, a.id desc limit ${NEWEST}`;
    const added = await queueAnswers(tx, projectId, await readSetting(tx, projectId), answers);
    if (added > 0) {
      const [action, subjectType] = ["review.fill", "project"];
      await recordAudit(tx, { action, subjectType, subjectId: projectId, detail: { added } });
    }
    return ok({ added });
  });
}
