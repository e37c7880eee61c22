import { and, eq, sql } from "drizzle-orm";
import { type AskState, ask, run } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { RunId } from "@/server/kernel/id";
import type { AskCounts } from "./contract";

export type RunRow = typeof run.$inferSelect;

/** The run's row, locked against every other change of its state until the transaction ends. */
export async function lockRun(tx: TenantTransaction, runId: RunId): Promise<RunRow | undefined> {
  const { orgId } = requireContext();
  const [row] = await tx
    .select()
    .from(run)
    .where(and(eq(run.orgId, orgId), eq(run.id, runId)))
    .for("no key update");
  return row;
}

export async function countAsks(tx: TenantTransaction, runId: RunId): Promise<AskCounts> {
  const { orgId } = requireContext();
  const rows = await tx
    .select({ state: ask.state, asks: sql<number>`count(*)::int` })
    .from(ask)
    .where(and(eq(ask.orgId, orgId), eq(ask.runId, runId)))
    .groupBy(ask.state);
  return countsOf(rows);
}

/** The sum by state; a state without a row is zero. */
export function countsOf(rows: readonly { readonly state: AskState; readonly asks: number }[]): AskCounts {
  const countOf = (state: AskState) =>
    rows.reduce((sum, row) => (row.state === state ? sum + row.asks : sum), 0);
  return {
    planned: countOf("planned"),
    claimed: countOf("claimed"),
    answered: countOf("answered"),
    failed: countOf("failed"),
    orphaned: countOf("orphaned"),
    cancelled: countOf("cancelled"),
  };
}
