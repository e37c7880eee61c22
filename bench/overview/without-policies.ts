import pg from "pg";
import type { ConnectionPool } from "@/db/client";
import { useDatabase } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { median } from "./median";
import type { OverviewMarket } from "./open-market";

interface Sent {
  /** Of a statement that each connection plans once. */
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A named statement is planned anew for its first five calls. */
const WARM_UP = 10;

/**
 * The statements that `ask` really sends, run again one by one, each in turn as the app role in its org and as a superuser,
 * whom no policy binds: the where clauses are the statements' own. The sum of their medians, over the other's.
 */
export async function compareWithoutPolicies(
  market: OverviewMarket,
  superuser: ConnectionPool,
  ask: (market: OverviewMarket) => Promise<unknown>,
  calls: number,
): Promise<{ ratio: number; statements: number }> {
  const statements = await record(market, ask);
  const connections = { bound: await market.pool.connect(), free: await superuser.connect() };
  const sums = { bound: 0, free: 0 };
  for (const { name, text, values } of statements) {
    const times = { bound: [] as number[], free: [] as number[] };
    for (let call = 0; call < calls + WARM_UP; call += 1)
      for (const way of call % 2 === 0 ? (["bound", "free"] as const) : (["free", "bound"] as const)) {
        const config = { ...(name !== undefined && { name }), text, values: [...values] };
        const connection = connections[way];
        await connection.query(`begin; select set_config('app.org_id', '${market.big.orgId}', true)`);
        const started = performance.now();
        await connection.database.$client.query(config);
        if (call >= WARM_UP) times[way].push(performance.now() - started);
        await connection.query("rollback");
      }
    sums.bound += median(times.bound);
    sums.free += median(times.free);
  }
  for (const connection of Object.values(connections)) connection.release();
  return { ratio: sums.bound / sums.free, statements: statements.length };
}

async function record(
  market: OverviewMarket,
  ask: (market: OverviewMarket) => Promise<unknown>,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const { query } = pg.Client.prototype;
  const recording = function (this: pg.Client, ...args: unknown[]): unknown {
    const [config, values] = args;
    const {
      name,
      text,
      values: own,
    } = typeof config === "object" && config !== null ? (config as Partial<Sent>) : {};
    if (typeof text === "string" && /^\s*(select|with)\b/i.test(text))
      sent.push({ name, text, values: own ?? (Array.isArray(values) ? values : []) });
    return Reflect.apply(query, this, args);
  };
  Object.assign(pg.Client.prototype, { query: recording });
  try {
    useDatabase(market.pool);
    await asOrg(market.big.orgId, () => ask(market));
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  return sent;
}
