import { sql } from "drizzle-orm";
import { tokenHold } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { newId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { lockMonth, readMonth } from "./month-row";

/** Longer than any call may take (model-status.ts). A hold that is older belongs to a process that died, and counts no more. */
const HELD_MINUTES = 10;

/** Tokens of one call: to be settled once it has ended. */
export interface TokenHold {
  readonly id: string;
  readonly month: string;
  readonly tokens: number;
}

/**
 * Holds the most that a call can use against the org's allowance of this UTC month, before the call. Null, and nothing
 * written, where there is no room for it. One short transaction of its own: nothing is locked while a model answers.
 */
export async function holdTokens(tokens: number): Promise<Result<TokenHold | null>> {
  return withTenant<TokenHold | null>(async (tx) => {
    const month = await lockMonth(tx, null);
    const { allowance, used, held } = await readMonth(tx, month);
    if (used + held + tokens > allowance) return ok(null);
    const hold = { id: newId<string>(), month, tokens };
    await tx.insert(tokenHold).values({
      orgId: requireContext().orgId,
      ...hold,
      endsAt: sql`clock_timestamp() + make_interval(mins => ${HELD_MINUTES})`,
    });
    return ok(hold);
  });
}
