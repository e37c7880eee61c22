import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { ok, type Result } from "@/server/kernel/result";

/** A year of days, and a month so that the same month of last year is still there to compare with. */
const KEPT_DAYS = 396;

/** Forgets what engines cost us a day more than thirteen months ago. For our own jobs alone. */
export async function purgeSpend(): Promise<Result<{ purged: number }>> {
  return withoutTenant(async (tx) => {
    const { rowCount } = await tx.execute(
      sql`delete from ops.spend where day < (clock_timestamp() at time zone 'utc')::date - ${KEPT_DAYS}::int`,
    );
    return ok({ purged: rowCount ?? 0 });
  });
}
