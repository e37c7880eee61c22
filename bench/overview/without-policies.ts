import pg from "pg";
import { useDatabase } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { median } from "./median";
import type { OverviewMarket } from "./open-market";

interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The statements that `ask` really sends, run again one by one, each in turn as the app role in its org and as a superuser in
 * the same org, whom no policy binds: the where clauses are the statements' own. The sum of their medians, over the other's.
 */
export async function compareWithoutPolicies(
  market: OverviewMarket,
  ask: (market: OverviewMarket) => Promise<unknown>,
  calls: number,
): Promise<{ ratio: number; statements: number }> {
  const statements = await record(market, ask);
  const { admin, big } = market;
  const sums = { bound: 0, free: 0 };
  for (const { text, values } of statements) {
    const times = { bound: [] as number[], free: [] as number[] };
    for (let call = 0; call < calls + 3; call += 1)
      for (const way of call % 2 === 0 ? (["bound", "free"] as const) : (["free", "bound"] as const)) {
        await admin.query(`begin; select set_config('app.org_id', '${big.orgId}', true)`);
        if (way === "bound") await admin.query("set local role citestreak_app");
        const started = performance.now();
        await admin.query(text, [...values]);
        if (call >= 3) times[way].push(performance.now() - started);
        await admin.query("rollback");
      }
    sums.bound += median(times.bound);
    sums.free += median(times.free);
  }
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
    const { text, values: own } =
      typeof config === "object" && config !== null ? (config as Partial<Sent>) : {};
    if (typeof text === "string" && /^\s*(select|with)\b/i.test(text))
      sent.push({ text, values: own ?? (Array.isArray(values) ? values : []) });
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
