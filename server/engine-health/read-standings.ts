import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { BreakerState } from "./breaker";

/** What a caller has to know of an engine before it calls. `restsMs`: how long an open breaker or a probe will stand yet. */
export interface KnownStanding {
  readonly state: BreakerState;
  readonly restsMs: number;
  readonly pausedReason: string | null;
}

interface StandingRow extends Record<string, unknown>, KnownStanding {
  readonly engineId: string;
}

/** The engines that are not simply asked: paused by an operator, or with a breaker that isn't closed. */
export async function readStandings(tx: Database): Promise<ReadonlyMap<string, KnownStanding>> {
  const { rows } = await tx.execute<StandingRow>(sql`
    select engine_id as "engineId", state, paused_reason as "pausedReason",
      greatest(0, extract(epoch from
        (case state when 'open' then open_until else probe_until end) - clock_timestamp()) * 1000)::float8 as "restsMs"
    from ops.engine_health where state <> 'closed' or paused_reason is not null`);
  return new Map(rows.map(({ engineId, ...standing }) => [engineId, standing]));
}
