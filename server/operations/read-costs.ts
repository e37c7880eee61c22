import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { ok, type Result } from "@/server/kernel/result";
import type { CountedCosts } from "./margin";

interface CostRow extends Record<string, unknown>, CountedCosts {}

/** What the runs that ended counted in the month (YYYY-MM), by day, engine, price version and payer; over all orgs. */
export async function readCosts(month: string): Promise<Result<readonly CountedCosts[]>> {
  const first = `${month}-01`;
  return withoutTenant(async (tx) => {
    const { rows } = await tx.execute<CostRow>(sql`
      select c.day::text, c.engine_id as "engineId", c.price_version as "priceVersion", c.payer, c.answers, c.uncosted,
        c.credits::float8, c.cost_micros::float8 as "costMicros", p.estimate_micros as "estimateMicros"
      from ops.engine_cost c
      left join catalog.price p on p.version = c.price_version and p.engine_id = c.engine_id
      where c.day >= ${first}::date and c.day < ${first}::date + interval '1 month'
      order by c.day, c.engine_id, c.price_version, c.payer`);
    return ok(rows);
  });
}
