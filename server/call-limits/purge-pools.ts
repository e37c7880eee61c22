import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { ok, type Result } from "@/server/kernel/result";

/** Forgets pools that nobody looked at for a day: whoever comes finds a full one. For our own jobs alone. */
export async function purgePools(): Promise<Result<{ purged: number }>> {
  return withoutTenant(async (tx) => {
    const { rowCount } = await tx.execute(
      sql`delete from ops.call_pool where filled_at < clock_timestamp() - interval '1 day'`,
    );
    return ok({ purged: rowCount ?? 0 });
  });
}
