import { eq } from "drizzle-orm";
import { user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { newId, type UserId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { MakeUserInput } from "./contract";

/** The person of that e-mail address: made when nobody has it yet, otherwise left as they are. */
export async function makeUser(input: MakeUserInput): Promise<Result<UserId>> {
  const parsed = parseInput(MakeUserInput, input);
  if (!parsed.ok) return parsed;
  const { email, name } = parsed.value;
  return withoutTenant(async (tx) => {
    await tx
      .insert(user)
      .values({ id: newId<UserId>(), email, name })
      .onConflictDoNothing({ target: user.email });
    const [found] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email));
    if (!found) throw new Error("a person who was just made is not there");
    return ok(found.id);
  });
}
