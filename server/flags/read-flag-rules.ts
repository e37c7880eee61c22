import type { Database } from "@/db/client";
import { flagRule } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { OrgId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { ok } from "@/server/kernel/result";
import type { FlagRule } from "./decide-flag";

/** The scope of a rule that is everybody's. */
export const EVERYBODY = "all";

/** All that operators have set, in the caller's transaction: plain data, which a durable step may keep. */
export async function readFlagRulesIn(tx: Database): Promise<FlagRule[]> {
  const rows = await tx.select().from(flagRule);
  return rows.map(({ flag, scope, percent }) => ({
    flag,
    orgId: scope === EVERYBODY ? null : OrgId.parse(scope),
    percent,
  }));
}

/** The same by itself. Where they can't be read, none: each flag is then what it is by itself, which is logged. */
export async function readFlagRules(): Promise<FlagRule[]> {
  try {
    const read = await withoutTenant(async (tx) => ok(await readFlagRulesIn(tx)));
    if (read.ok) return read.value;
    logger.warn({ err: read.error }, "flags could not be read: each is what it is by itself");
  } catch (thrown) {
    logger.warn({ err: thrown }, "flags could not be read: each is what it is by itself");
  }
  return [];
}
