import { eq, sql } from "drizzle-orm";
import { user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import type { UserId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";

/** Ends every session that the person has, on every device: none counts from its next request on. */
export async function endSessions(userId: UserId): Promise<Result<void>> {
  return withoutTenant(async (tx) => {
    await tx
      .update(user)
      .set({ sessionVersion: sql`${user.sessionVersion} + 1` })
      .where(eq(user.id, userId));
    return ok(undefined);
  });
}
