import { and, eq, lt, sql } from "drizzle-orm";
import { tokenHold } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";

/** Removes the holds of calls whose process died. They have counted for nothing since they ended. For our own jobs alone. */
export async function releaseHolds(): Promise<Result<{ released: number }>> {
  const { orgId, actor } = requireContext();
  if ("role" in actor) return err(forbidden("release held tokens"));
  return withTenant(async (tx) => {
    const { rowCount } = await tx
      .delete(tokenHold)
      .where(and(eq(tokenHold.orgId, orgId), lt(tokenHold.endsAt, sql`clock_timestamp()`)));
    return ok({ released: rowCount ?? 0 });
  });
}
