import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";

/**
 * Held by everybody who writes an audit row, from before its id is drawn until the commit: while nobody holds it, every
 * id that is lower than one that can be seen can be seen, too.
 */
export async function shareAuditLog(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${lockName()}, 0))`);
}

/** The sealer's: nobody of the org has a row under way. Waits half a second at most, then it is `busy`. */
export async function holdAuditLog(tx: TenantTransaction): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '500ms'`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lockName()}, 0))`);
}

function lockName(): string {
  return `audit:${requireContext().orgId}`;
}
