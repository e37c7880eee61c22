import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { forgetStandings } from "./known-standings";

/**
 * Pauses an engine with a reason that customers read, or (null) lets it be asked again. Every process knows within a
 * second. False, and nothing changed, when it stands so already. Its breaker is left alone.
 */
export async function setPause(tx: Database, engineId: string, reason: string | null): Promise<boolean> {
  await tx.execute(
    sql`insert into ops.engine_health (engine_id) values (${engineId}) on conflict do nothing`,
  );
  const { rows } = await tx.execute(sql`
    update ops.engine_health set paused_reason = ${reason}::text,
      paused_at = case when ${reason}::text is null then null else clock_timestamp() end
    where engine_id = ${engineId} and paused_reason is distinct from ${reason}::text returning engine_id`);
  forgetStandings();
  return rows.length === 1;
}
