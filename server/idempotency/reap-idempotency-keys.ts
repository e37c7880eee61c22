import { and, eq, lt, sql } from "drizzle-orm";
import { idempotencyKey } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";

/** So long the same key gets the same answer. */
const KEPT_DAYS = 30;

/** Forgets the org's answers of more than 30 days ago: from then on their keys are new ones. For our own jobs alone. */
export async function reapIdempotencyKeys(): Promise<Result<{ reaped: number }>> {
  const { orgId, actor } = requireContext();
  if ("role" in actor) return err(forbidden("forget idempotency keys"));
  return withTenant(async (tx) => {
    const before = sql`now() - make_interval(days => ${KEPT_DAYS})`;
    const { rowCount } = await tx
      .delete(idempotencyKey)
      .where(and(eq(idempotencyKey.orgId, orgId), lt(idempotencyKey.createdAt, before)));
    return ok({ reaped: rowCount ?? 0 });
  });
}
