import { eq, sql } from "drizzle-orm";
import { retention } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { RAW_BODY_DAYS, type RetentionDto } from "./contract";

/** How long the org keeps what engines sent, and what every other choice would delete; for all of its own people. */
export async function getRetention(): Promise<Result<RetentionDto>> {
  if (!mayDo("org.read")) return err(forbidden("see what is kept"));
  return withTenant<RetentionDto>(async (tx) => {
    const [found] = await tx
      .select({ rawBodyDays: retention.rawBodyDays, purgedThrough: retention.purgedThrough })
      .from(retention)
      .where(eq(retention.orgId, requireContext().orgId));
    return ok({
      rawBodyDays: found?.rawBodyDays ?? null,
      purgedThrough: found?.purgedThrough?.toISOString() ?? null,
      older: await countOlder(tx),
      mayChange: mayDo("retention.change"),
    });
  });
}

/** For each choice: the answers whose raw bodies are there and older. */
async function countOlder(tx: TenantTransaction): Promise<RetentionDto["older"]> {
  const { rows } = await tx.execute<{ age: number; answers: number }>(sql`
    select extract(epoch from now() - r.closed_at)::float8 / 86400 as age, count(*)::int as answers
    from tracking.run r
    join tracking.answer a on a.org_id = r.org_id and a.run_id = r.id
    left join tenancy.retention t on t.org_id = r.org_id
    where r.org_id = ${requireContext().orgId} and r.closed_at > coalesce(t.purged_through, '-infinity')
    group by r.id, r.closed_at`);
  return RAW_BODY_DAYS.filter((days) => days !== null).map((days) => ({
    days,
    answers: rows.reduce((sum, { age, answers }) => (age > days ? sum + answers : sum), 0),
  }));
}
