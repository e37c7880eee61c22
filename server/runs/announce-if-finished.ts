import { sql } from "drizzle-orm";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { RunId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { announce, sendOutboxSoon } from "@/server/outbox";

/**
 * Announces the end of a run's asks when none is planned or claimed. Called after the commit of the ask that ended, so
 * that of two last asks that end together at least one sees the other's end; `occasion` lets the janitor say it again.
 */
export async function announceIfFinished(runId: RunId, occasion = "first"): Promise<Result<void>> {
  const { orgId } = requireContext();
  const finished = await withTenant(async (tx) => {
    const { rows } = await tx.execute<{ open: boolean }>(sql`
      select exists (select from tracking.ask
                     where org_id = ${orgId} and run_id = ${runId} and state in ('planned', 'claimed')) as open`);
    if (rows[0]?.open) return ok(false);
    await announce(tx, "run/asks.finished", { orgId, runId }, `asks-finished:${runId}:${occasion}`);
    return ok(true);
  });
  if (!finished.ok) return finished;
  if (finished.value) await sendOutboxSoon();
  return ok(undefined);
}
