import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { ok, type Result } from "@/server/kernel/result";

/**
 * Takes the one call that an open breaker lets through when its time has come, for `leaseMs`: compare-and-set from open, or
 * from a probe whose holder died with it. Of any number of processes one gets the token; null for the others.
 */
export async function takeProbe(engineId: string, leaseMs: number): Promise<Result<string | null>> {
  const token = randomUUID();
  return withoutTenant(async (tx) => {
    const { rows } = await tx.execute(sql`
      update ops.engine_health set state = 'half_open', probe_token = ${token}::uuid,
        probe_until = clock_timestamp() + make_interval(secs => ${leaseMs / 1000}::float8)
      where engine_id = ${engineId} and paused_reason is null
        and ((state = 'open' and open_until <= clock_timestamp())
          or (state = 'half_open' and probe_until <= clock_timestamp()))
      returning engine_id`);
    return ok(rows.length === 1 ? token : null);
  });
}
