import { sql } from "drizzle-orm";
import type { AnswersByBrand } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { type CellSample, isShown, type MetricWindow } from "@/server/metrics";
import type { Series } from "./read-sample";

/** A cell's row of insight.cell_week, as the window's sample gives it. */
export interface CountedCell {
  readonly promptId: string;
  /** In a state that presence counts. */
  readonly answers: number;
  readonly named: AnswersByBrand;
}

/** The cells that have an answer of a state that presence counts. */
export function countCells(cells: readonly CellSample[]): CountedCell[] {
  return cells.flatMap(({ promptId, answers }) => {
    const shown = answers.filter((answer) => isShown(answer.state));
    if (shown.length === 0) return [];
    const named: Record<string, number> = {};
    for (const brandId of shown.flatMap((answer) => [...new Set(answer.named)])) {
      named[brandId] = (named[brandId] ?? 0) + 1;
    }
    return [{ promptId, answers: shown.length, named }];
  });
}

/** Replaces the window's rows of insight.cell_week. The caller holds the project's lock (lock-project.ts). */
export async function rollUpCells(
  tx: TenantTransaction,
  { projectId, panelVersionId, engineId, surface, sandbox }: Series,
  window: MetricWindow,
  cells: readonly CountedCell[],
): Promise<void> {
  const { orgId } = requireContext();
  await tx.execute(sql`
    delete from insight.cell_week where org_id = ${orgId} and project_id = ${projectId}
      and panel_version_id = ${panelVersionId} and window_start = ${window.start} and engine_id = ${engineId}
      and surface = ${surface} and sandbox = ${sandbox}`);
  await tx.execute(sql`
    insert into insight.cell_week (org_id, project_id, panel_version_id, window_start, engine_id, surface, sandbox,
      prompt_id, answers, named)
    select ${orgId}, ${projectId}, ${panelVersionId}, ${window.start}::date, ${engineId}, ${surface}, ${sandbox}::boolean,
      c."promptId", c.answers, c.named
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) c ("promptId" uuid, answers int, named jsonb)`);
}
