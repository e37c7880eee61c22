import { sql } from "drizzle-orm";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import type { RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";

/**
 * Whether anything is on record that a model held of a run's answers. The record says it, and not who made it: a job that
 * died after it changed a fact can't tell any more. For our own jobs alone.
 */
export async function wasJudged(runId: RunId): Promise<Result<boolean>> {
  if ("role" in requireContext().actor) return err(forbidden("have a run analysed"));
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const { rows } = await tx.execute<{ judged: boolean }>(sql`
      select exists (select from tracking.answer a
        join insight.judgement j on j.org_id = a.org_id and j.answer_id = a.id and j.finding is not null
        where a.org_id = ${orgId} and a.run_id = ${runId}) as judged`);
    return ok(rows[0]?.judged === true);
  });
}
