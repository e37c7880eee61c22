import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { ok, type Result } from "@/server/kernel/result";

/** A week of counts, and a day so that a week ago is still there to compare with. */
const KEPT_DAYS = 8;

/** Forgets what calls came to more than eight days ago. For our own jobs alone. */
export async function purgeMinutes(): Promise<Result<{ purged: number }>> {
  return withoutTenant(async (tx) => {
    const { rowCount } = await tx.execute(
      sql`delete from ops.engine_minute where minute < clock_timestamp() - make_interval(days => ${KEPT_DAYS})`,
    );
    return ok({ purged: rowCount ?? 0 });
  });
}
