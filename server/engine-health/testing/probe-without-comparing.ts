import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { ok, unwrap } from "@/server/kernel/result";

/** The control of the race for the probe: it reads whether the time has come, and then takes what it saw. */
export async function probeWithoutComparing(engineId: string): Promise<string | null> {
  const read = await withoutTenant(async (tx) =>
    ok(
      await tx.execute(
        sql`select from ops.engine_health where engine_id = ${engineId} and state = 'open' and open_until <= now()`,
      ),
    ),
  );
  if (unwrap(read).rows.length === 0) return null;
  const token = randomUUID();
  const took = await withoutTenant(async (tx) =>
    ok(
      await tx.execute(
        sql`update ops.engine_health set state = 'half_open', probe_token = ${token}::uuid, probe_until = now() where engine_id = ${engineId}`,
      ),
    ),
  );
  unwrap(took);
  return token;
}
