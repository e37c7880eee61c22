import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Standing } from "./breaker";

interface StandingRow extends Record<string, unknown>, Standing {
  readonly now: number;
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** An engine's standing, locked until the end of the transaction, and what the database's clock says. */
export async function lockStanding(
  tx: Database,
  engineId: string,
): Promise<{ standing: Standing; now: number }> {
  await tx.execute(
    sql`insert into ops.engine_health (engine_id) values (${engineId}) on conflict do nothing`,
  );
  const { rows } = await tx.execute<StandingRow>(sql`
    select state, coalesce(${ms("window_from")}, 0) as "windowFrom", window_calls as "windowCalls",
      window_faults as "windowFaults", window_limited as "windowLimited", openings,
      ${ms("open_until")} as "openUntil", probe_token as "probeToken", ${ms("clock_timestamp()")} as now
    from ops.engine_health where engine_id = ${engineId} for no key update`);
  const [row] = rows;
  if (!row) throw new Error("a row that was just inserted is gone");
  const { now, ...standing } = row;
  return { standing, now };
}

/** Writes the standing of a row that this transaction has locked. `fault`: the kind of a fault that was just seen. */
export async function writeStanding(
  tx: Database,
  engineId: string,
  standing: Standing,
  fault: string | null,
): Promise<void> {
  const at = (moment: number | null) => sql`to_timestamp(${moment}::float8 / 1000)`;
  await tx.execute(sql`
    update ops.engine_health set state = ${standing.state}, window_from = ${at(standing.windowFrom)},
      window_calls = ${standing.windowCalls}, window_faults = ${standing.windowFaults},
      window_limited = ${standing.windowLimited}, openings = ${standing.openings},
      open_until = ${at(standing.openUntil)}, probe_token = ${standing.probeToken}::uuid,
      probe_until = case when ${standing.probeToken}::uuid is null then null else probe_until end,
      last_fault = coalesce(${fault}, last_fault),
      last_fault_at = case when ${fault}::text is null then last_fault_at else clock_timestamp() end
    where engine_id = ${engineId}`);
}
