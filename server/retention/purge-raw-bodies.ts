import { sql } from "drizzle-orm";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { ok, type Result } from "@/server/kernel/result";

/** Moments at which runs ended that one call goes through: an hour's work of a busy org many times over. */
const MOST_MOMENTS = 500;

/**
 * Deletes what engines sent for runs that ended longer ago than the org keeps it: one moment's runs a transaction, oldest
 * first, so that it may stop anywhere and go on from there. Again: deletes nothing. Returns how many bodies went.
 */
export async function purgeRawBodies(): Promise<Result<{ bodies: number }>> {
  let bodies = 0;
  for (let moment = 0; moment < MOST_MOMENTS; moment += 1) {
    const purged = await purgeNext();
    if (!purged.ok) return purged;
    if (purged.value === null) break;
    bodies += purged.value;
  }
  return ok({ bodies });
}

/** Null when nothing is left that is old enough. */
async function purgeNext(): Promise<Result<number | null>> {
  const { orgId } = requireContext();
  return withTenant<number | null>(async (tx) => {
    // Whoever shortens or lengthens the time waits, and nobody else purges the same.
    const { rows } = await tx.execute<{ next: string }>(sql`
      with kept as (select raw_body_days, purged_through from tenancy.retention
        where org_id = ${orgId} for no key update)
      select min(r.closed_at)::text as next from tracking.run r, kept
      where r.org_id = ${orgId} and r.closed_at < now() - make_interval(days => kept.raw_body_days)
        and (kept.purged_through is null or r.closed_at > kept.purged_through)`);
    const next = rows[0]?.next;
    if (!next) return ok(null);
    const { rowCount } = await tx.execute(sql`
      delete from tracking.raw_body b using tracking.ask k, tracking.run r
      where r.org_id = ${orgId} and r.closed_at = ${next}::timestamptz and k.org_id = r.org_id and k.run_id = r.id
        and b.org_id = k.org_id and b.ask_id = k.id`);
    await tx.execute(sql`
      update tenancy.retention set purged_through = ${next}::timestamptz where org_id = ${orgId}`);
    return ok(rowCount ?? 0);
  });
}
