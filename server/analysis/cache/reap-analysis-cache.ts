import { and, eq, lt, sql } from "drizzle-orm";
import { analysisCache } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { CACHES } from "@/server/caching";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";

/** So long an answer of the analysis model is kept for the same input. */

/** Forgets what the analysis model answered more than 90 days ago. For our own jobs alone. */
export async function reapAnalysisCache(): Promise<Result<{ reaped: number }>> {
  const { orgId, actor } = requireContext();
  if ("role" in actor) return err(forbidden("empty the analysis model's cache"));
  return withTenant(async (tx) => {
    const before = sql`now() - make_interval(secs => ${CACHES.judgements.forMs / 1000})`;
    const { rowCount } = await tx
      .delete(analysisCache)
      .where(and(eq(analysisCache.orgId, orgId), lt(analysisCache.createdAt, before)));
    return ok({ reaped: rowCount ?? 0 });
  });
}
