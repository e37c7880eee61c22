import { and, eq, sql } from "drizzle-orm";
import { run } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { queueAnswers } from "./queue-answers";
import { readSetting } from "./read-setting";

/** Queues what people should look at of a run that has closed. A second call adds nothing. For our own jobs alone. */
export async function queueRun(runId: RunId): Promise<Result<{ added: number }>> {
  if ("role" in requireContext().actor) return err(forbidden("have a run reviewed"));
  const { orgId } = requireContext();
  return withTenant<{ added: number }>(async (tx) => {
    const [found] = await tx
      .select({ projectId: run.projectId })
      .from(run)
      .where(and(eq(run.orgId, orgId), eq(run.id, runId)));
    if (!found) return err(notFound("run"));
    const answers = sql`select a.id, a.extractor_version from tracking.answer a
      where a.org_id = ${orgId} and a.run_id = ${runId} and a.state in ('answered', 'truncated')`;
    const setting = await readSetting(tx, found.projectId);
    return ok({ added: await queueAnswers(tx, found.projectId, setting, answers) });
  });
}
