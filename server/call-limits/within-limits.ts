import { randomUUID } from "node:crypto";
import { CallPool } from "./call-pool";
import { limitsOf } from "./limits-of";
import { type PoolName, refreshShare } from "./refresh-share";

/** This process, among those that share. */
const HOLDER = randomUUID();
const pools = new Map<string, CallPool>();

/**
 * Calls an engine when its turn has come: no more at a time, and no more a minute, than the engine's limits for this key
 * allow, over all processes. What `call` throws is thrown.
 */
export async function withinLimits<T>(name: PoolName, call: () => Promise<T>): Promise<T> {
  const key = `${name.engineId} ${name.keyOf}`;
  const pool = pools.get(key) ?? openPool(key, name);
  return pool.run(call);
}

function openPool(key: string, name: PoolName): CallPool {
  const limits = limitsOf(name.engineId, name.keyOf);
  const pool = new CallPool({
    holder: HOLDER,
    limits,
    refresh: (request) => refreshShare(name, request, limits),
    onIdle: () => pools.delete(key),
  });
  pools.set(key, pool);
  return pool;
}
