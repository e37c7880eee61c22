import { eq } from "drizzle-orm";
import { user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import type { UserId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { RenameUserInput } from "./contract";

/** What a person wants to be called, in every org of theirs. */
export async function renameUser(userId: UserId, input: RenameUserInput): Promise<Result<void>> {
  const parsed = parseInput(RenameUserInput, input);
  if (!parsed.ok) return parsed;
  return withoutTenant(async (tx) => {
    await tx.update(user).set({ name: parsed.value.name }).where(eq(user.id, userId));
    return ok(undefined);
  });
}
