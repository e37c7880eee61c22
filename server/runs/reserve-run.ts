import { and, eq, sql } from "drizzle-orm";
import { type RunState, run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { reserveCredits } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import { notFound } from "@/server/kernel/errors";
import type { RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { RETRIED_STATES } from "./plan-retry";
import { lockRun, type RunRow } from "./rows";

/**
 * Step *reserve*: the whole price and the asks, in one transaction; without the reservation there are no asks. A wallet
 * that can't pay leaves the run waiting for credits, visibly. Safe to run twice: a run that is past it stays as it is.
 */
export async function reserveRun(runId: RunId): Promise<Result<{ state: RunState }>> {
  const { orgId } = requireContext();
  const result = await withTenant<{ state: RunState }>(async (tx) => {
    const found = await lockRun(tx, runId);
    if (!found) return err(notFound("run"));
    if (found.state !== "requested" && found.state !== "waiting_for_credits")
      return ok({ state: found.state });
    const reserved = await reserveCredits(tx, { runId, amount: found.priceCredits });
    if (!reserved.ok && reserved.error.code !== "insufficient_credits") return reserved;
    if (reserved.ok) await planAsks(tx, found);
    const state: RunState = reserved.ok ? "asking" : "waiting_for_credits";
    await tx
      .update(run)
      .set(reserved.ok ? { state, reservationId: reserved.value } : { state })
      .where(and(eq(run.orgId, orgId), eq(run.id, runId)));
    crashPoint("reserve/before-commit");
    return ok({ state });
  });
  crashPoint("reserve/after-commit");
  return result;
}

/** A retry asks again what its earlier run could not; any other run asks its grid. */
function planAsks(tx: TenantTransaction, found: RunRow): Promise<void> {
  return found.retryOf === null ? planGrid(tx, found) : planFailed(tx, found);
}

/** One ask for each prompt × engine × repeat of the grid, in the panel's order. */
async function planGrid(tx: TenantTransaction, found: RunRow): Promise<void> {
  await tx.execute(sql`
    insert into tracking.ask
      (org_id, id, run_id, prompt_id, engine_id, surface, locale, repeat, observed_at, credits, state)
    select p.org_id, uuidv7(), r.id, p.id, e."engineId", e.surface, p.locale, repeat, r.observed_at, e.credits, 'planned'
    from tracking.run r
    join tracking.prompt p on p.org_id = r.org_id and p.panel_version_id = r.panel_version_id
    cross join jsonb_to_recordset(r.grid) as e("engineId" text, surface text, credits int)
    cross join generate_series(1, r.repeats) as repeat
    where r.org_id = ${found.orgId} and r.id = ${found.id}
    order by repeat, p.ordinal, e."engineId"`);
}

/** Exactly the cells of the earlier run's failed and orphaned asks, each at the retry's own price. */
async function planFailed(tx: TenantTransaction, found: RunRow): Promise<void> {
  await tx.execute(sql`
    insert into tracking.ask
      (org_id, id, run_id, prompt_id, engine_id, surface, locale, repeat, observed_at, credits, state)
    select f.org_id, uuidv7(), r.id, f.prompt_id, f.engine_id, f.surface, f.locale, f.repeat, r.observed_at, e.credits,
      'planned'
    from tracking.run r
    join tracking.ask f on f.org_id = r.org_id and f.run_id = r.retry_of and f.state in ${RETRIED_STATES}
    join tracking.prompt p on p.org_id = f.org_id and p.id = f.prompt_id
    join jsonb_to_recordset(r.grid) as e("engineId" text, credits int) on e."engineId" = f.engine_id
    where r.org_id = ${found.orgId} and r.id = ${found.id}
    order by f.repeat, p.ordinal, f.engine_id`);
}
