import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { withoutTenant } from "@/db/tenant";
import { ok, type Result } from "@/server/kernel/result";
import type { CallLimits } from "./limits-of";
import { type Granted, type Pool, type ShareRequest, shareOut } from "./share-out";

interface PoolRow extends Record<string, unknown>, Pool {
  readonly now: number;
}

/** Whose calls share: an engine's under one key, `platform` or the id of the org whose own key it is. */
export interface PoolName {
  readonly engineId: string;
  readonly keyOf: string;
}

/** Tells the pool what this process has and wants, and takes what it gets, under the pool's lock. */
export async function refreshShare(
  name: PoolName,
  request: ShareRequest,
  limits: CallLimits,
): Promise<Result<Granted>> {
  return withoutTenant(async (tx) => {
    const { now, ...before } = (await lockPool(tx, name)) ?? (await addPool(tx, name));
    const { pool, granted } = shareOut(before, request, limits, now);
    await tx.execute(sql`
      update ops.call_pool set holdings = ${JSON.stringify(pool.holdings)}::jsonb, permits = ${pool.permits}::float8,
        filled_at = to_timestamp(${pool.filledAt}::float8 / 1000)
      where engine_id = ${name.engineId} and key_of = ${name.keyOf}`);
    return ok(granted);
  });
}

async function lockPool(tx: Database, { engineId, keyOf }: PoolName): Promise<PoolRow | null> {
  const { rows } = await tx.execute<PoolRow>(sql`
    select holdings, permits, (extract(epoch from filled_at) * 1000)::float8 as "filledAt",
      (extract(epoch from clock_timestamp()) * 1000)::float8 as now
    from ops.call_pool where engine_id = ${engineId} and key_of = ${keyOf} for no key update`);
  return rows[0] ?? null;
}

/** A full bucket: as if nobody had called for ever. */
async function addPool(tx: Database, name: PoolName): Promise<PoolRow> {
  await tx.execute(sql`
    insert into ops.call_pool (engine_id, key_of, holdings, permits, filled_at)
    values (${name.engineId}, ${name.keyOf}, '{}', 0, to_timestamp(0)) on conflict do nothing`);
  const row = await lockPool(tx, name);
  if (!row) throw new Error("a row that was just inserted is gone");
  return row;
}
