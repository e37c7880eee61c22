import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { RunId } from "@/server/kernel/id";
import { creditsFromRow } from "./credit-amount";
import type { RunCredits } from "./read-run-credits";

export interface ReservedCredits extends RunCredits {
  readonly reservedAt: Date;
}

interface Row extends Record<string, unknown> {
  readonly runId: RunId;
  readonly reservedAt: string;
  readonly reserved: string;
  readonly settled: string;
  readonly released: string;
}

/** The credits of each of these runs (a page of them at most) in one statement; a run without a reservation has no entry. */
export async function readCreditsByRun(
  tx: TenantTransaction,
  runIds: readonly RunId[],
): Promise<Map<RunId, ReservedCredits>> {
  if (runIds.length === 0) return new Map();
  const { orgId } = requireContext();
  const { rows } = await tx.execute<Row>(sql`
    select r.run_id as "runId", r.created_at as "reservedAt",
      coalesce((select -sum(e.amount) from credits.entry e
                where e.org_id = r.org_id and e.reservation_id = r.id and e.kind = 'reserve'), 0) as reserved,
      coalesce((select sum(s.amount) from credits.settlement s
                where s.org_id = r.org_id and s.reservation_id = r.id), 0) as settled,
      coalesce((select sum(e.amount) from credits.entry e
                where e.org_id = r.org_id and e.reservation_id = r.id and e.kind = 'release'), 0) as released
    from credits.reservation r
    where r.org_id = ${orgId} and r.run_id in ${runIds}`);
  return new Map(
    rows.map(({ runId, reservedAt, reserved, settled, released }) => [
      runId,
      {
        reservedAt: new Date(reservedAt),
        reserved: creditsFromRow(reserved),
        settled: creditsFromRow(settled),
        released: creditsFromRow(released),
      },
    ]),
  );
}
