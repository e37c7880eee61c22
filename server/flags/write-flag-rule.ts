import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { flagRule } from "@/db/schema";
import type { FlagRule } from "./decide-flag";
import { EVERYBODY } from "./read-flag-rules";

/** Sets a rule, or with null takes it back, in the caller's transaction. Returns what it was before; null for none. */
export async function writeFlagRule(
  tx: Database,
  { flag, orgId }: Pick<FlagRule, "flag" | "orgId">,
  percent: number | null,
): Promise<number | null> {
  const scope = orgId ?? EVERYBODY;
  const here = and(eq(flagRule.flag, flag), eq(flagRule.scope, scope));
  const [before] = await tx.select({ percent: flagRule.percent }).from(flagRule).where(here).for("update");
  if (percent === null) await tx.delete(flagRule).where(here);
  else
    await tx
      .insert(flagRule)
      .values({ flag, scope, percent })
      .onConflictDoUpdate({ target: [flagRule.flag, flagRule.scope], set: { percent } });
  return before?.percent ?? null;
}
