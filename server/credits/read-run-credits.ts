import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import type { RunId } from "@/server/kernel/id";
import { creditsFromRow } from "./credit-amount";

/** A run's credits. Once its reservation is closed, reserved = settled + released. All zero before it has one. */
export interface RunCredits {
  readonly reserved: number;
  readonly settled: number;
  readonly released: number;
}

/** What was set aside for a run, what its answers cost so far, and what came back at its end. */
export async function readRunCredits(tx: TenantTransaction, runId: RunId): Promise<RunCredits> {
  const { rows } = await tx.execute<{ reserved: string; settled: string; released: string }>(sql`
    with own as materialized (select id from credits.reservation where run_id = ${runId})
    select
      coalesce((select -sum(amount) from credits.entry e join own on e.reservation_id = own.id and kind = 'reserve'), 0)
        as reserved,
      coalesce((select sum(amount) from credits.settlement s join own on s.reservation_id = own.id), 0) as settled,
      coalesce((select sum(amount) from credits.entry e join own on e.reservation_id = own.id and kind = 'release'), 0)
        as released`);
  const [row] = rows;
  if (!row) throw new Error("a statement without a from clause returned no row");
  return {
    reserved: creditsFromRow(row.reserved),
    settled: creditsFromRow(row.settled),
    released: creditsFromRow(row.released),
  };
}
