import { eq } from "drizzle-orm";
import { user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { ok, type Result } from "@/server/kernel/result";
import type { ProvenUser } from "./redeem-sign-in-link";

/** The person of that e-mail address, or null. */
export async function findUserByEmail(email: string): Promise<Result<ProvenUser | null>> {
  return withoutTenant(async (tx) => {
    const [found] = await tx
      .select({ userId: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion })
      .from(user)
      .where(eq(user.email, email.toLowerCase()));
    return ok(found ?? null);
  });
}
