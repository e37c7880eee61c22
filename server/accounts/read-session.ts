import { and, eq } from "drizzle-orm";
import { user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import type { UserId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";

/** The person of a session as they are now, or null when the session's version doesn't count any more. */
export async function readSession(
  userId: UserId,
  sessionVersion: number,
): Promise<Result<{ userId: UserId; name: string; email: string } | null>> {
  return withoutTenant(async (tx) => {
    const [found] = await tx
      .select({ userId: user.id, name: user.name, email: user.email })
      .from(user)
      .where(and(eq(user.id, userId), eq(user.sessionVersion, sessionVersion)));
    return ok(found ?? null);
  });
}
