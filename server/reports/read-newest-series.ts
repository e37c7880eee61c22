import { sql } from "drizzle-orm";
import { NO_BRAND } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";
import type { MetricWindow } from "@/server/metrics";
import type { Series } from "./read-sample";

/** A series in one window, and what was counted of it when it was last measured. */
export interface WindowSeries extends Series {
  readonly window: MetricWindow;
  /** Name and version of the panel. */
  readonly panel: string;
  /** Of the last measurement. */
  readonly brands: readonly string[];
  readonly asks: number;
  /** Answers that were read for made-up brands, and those in which one was found. */
  readonly controls: { readonly answers: number; readonly found: number };
}

interface Found extends Omit<WindowSeries, "projectId" | "window" | "controls">, Record<string, unknown> {
  readonly start: string;
  readonly days: number;
  readonly controlled: number;
  readonly found: number;
}

/** Every series of the project's newest windows, newest first; of several panel versions in a window the newest. */
export async function readNewestSeries(
  tx: TenantTransaction,
  projectId: ProjectId,
  windows: number,
): Promise<WindowSeries[]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<Found>(sql`
    with newest as (
      select distinct window_start as start from insight.metric_value
      where org_id = ${orgId} and project_id = ${projectId} and metric_id = 'completion'
      order by 1 desc limit ${windows}
    ), measured as (
      select m.*, (m.provenance ->> 'sandbox')::boolean as sandbox,
        max(m.computed_at) over (partition by m.panel_version_id, m.window_start, m.engine_id, m.surface) as last
      from insight.metric_value m
      where m.org_id = ${orgId} and m.project_id = ${projectId} and m.metric_id in ('completion', 'presence', 'control_rate')
        and m.window_start in (select start from newest)
    )
    select distinct on (m.window_start, m.engine_id, m.surface, m.sandbox)
      m.window_start::text as start, m.window_days as days, m.engine_id as "engineId", m.surface, m.sandbox,
      m.panel_version_id as "panelVersionId", n.name || ' ' || v.version as panel,
      coalesce(array_agg(m.brand_id::text order by m.brand_id) filter (where m.brand_id <> ${NO_BRAND}), '{}') as brands,
      coalesce(max(m.answers) filter (where m.metric_id = 'completion'), 0) as asks,
      coalesce(max((m.detail ->> 'total')::int) filter (where m.metric_id = 'control_rate'), 0) as controlled,
      coalesce(max((m.detail ->> 'successes')::int) filter (where m.metric_id = 'control_rate'), 0) as found
    from measured m
    join tracking.panel_version v on v.org_id = m.org_id and v.id = m.panel_version_id
    join tracking.panel n on n.org_id = v.org_id and n.id = v.panel_id
    where m.computed_at = m.last
    group by m.window_start, m.window_days, m.engine_id, m.surface, m.sandbox, m.panel_version_id, n.name, v.version, v.created_at
    order by m.window_start desc, m.engine_id, m.surface, m.sandbox, v.created_at desc, v.version desc`);
  return rows.map(({ start, days, controlled, found, ...series }) => ({
    ...series,
    projectId,
    window: { start, days },
    controls: { answers: controlled, found },
  }));
}
