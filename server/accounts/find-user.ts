import { eq } from "drizzle-orm";
import { user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import type { UserId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";

/** The person of that e-mail address, or null. */
export async function findUserByEmail(
  email: string,
): Promise<Result<{ userId: UserId; name: string; email: string } | null>> {
  return withoutTenant(async (tx) => {
    const [found] = await tx
      .select({ userId: user.id, name: user.name, email: user.email })
      .from(user)
      .where(eq(user.email, email.toLowerCase()));
    return ok(found ?? null);
  });
}
