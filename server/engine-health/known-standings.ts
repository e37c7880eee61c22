import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { ok } from "@/server/kernel/result";
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

const FRESH_MS = 1_000;
let known: { readonly at: number; readonly standings: Promise<ReadonlyMap<string, KnownStanding>> } | null =
  null;

/**
 * How an engine stands, as of at most a second ago: one short read a second and process, however many calls. Null for an
 * engine that never failed, and when the database is away, which the caller's own transactions then say.
 */
export async function knownStanding(engineId: string): Promise<KnownStanding | null> {
  const now = performance.now();
  if (known === null || now - known.at > FRESH_MS) known = { at: now, standings: readStandings() };
  return (await known.standings).get(engineId) ?? null;
}

/** Makes the next call look again: this process has just changed something. */
export function forgetStandings(): void {
  known = null;
}

async function readStandings(): Promise<ReadonlyMap<string, KnownStanding>> {
  const read = await withoutTenant(async (tx) => {
    const { rows } = await tx.execute<StandingRow>(sql`
      select engine_id as "engineId", state, paused_reason as "pausedReason",
        greatest(0, extract(epoch from
          (case state when 'open' then open_until else probe_until end) - clock_timestamp()) * 1000)::float8 as "restsMs"
      from ops.engine_health where state <> 'closed' or paused_reason is not null`);
    return ok(rows);
  });
  return new Map(read.ok ? read.value.map(({ engineId, ...standing }) => [engineId, standing]) : []);
}
