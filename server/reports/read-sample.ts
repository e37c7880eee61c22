import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { PanelVersionId, ProjectId } from "@/server/kernel/id";
import { type CellSample, cellsOf, type MetricWindow, type SampledAsk, windowBounds } from "@/server/metrics";

/** What one row of the metric table is about: a panel version on one engine × surface. */
export interface Series {
  readonly projectId: ProjectId;
  readonly panelVersionId: PanelVersionId;
  readonly engineId: string;
  readonly surface: string;
  /** Made-up answers and real ones are never one number. */
  readonly sandbox: boolean;
}

export interface SampledCells {
  readonly cells: CellSample[];
  /** What the answers were made and read with: the provenance of every number computed from them. */
  readonly versions: { models: string[]; contracts: string[]; extractors: string[]; brandSets: string[] };
}

/** An ask of a sample, with what its answer was made and read with. */
export interface SampleRow extends Record<string, unknown>, SampledAsk {
  readonly askId: string;
  readonly answerId: string | null;
  readonly model: string | null;
  readonly contract: string | null;
  readonly extractor: string | null;
  readonly brandSet: string | null;
}

/** What the numbers of a window are computed from: its cells, and what their answers were made and read with. */
export async function readSample(
  tx: TenantTransaction,
  series: Series,
  window: MetricWindow,
): Promise<SampledCells> {
  const rows = await readSampleRows(tx, series, window);
  const distinct = (pick: (row: SampleRow) => string | null) =>
    [...new Set(rows.map(pick).filter((value) => value !== null))].sort();
  return {
    cells: cellsOf(rows),
    versions: {
      models: distinct((row) => row.model),
      contracts: distinct((row) => row.contract),
      extractors: distinct((row) => row.extractor),
      brandSets: distinct((row) => row.brandSet),
    },
  };
}

/**
 * Every ask of the series in the window that has ended, in the order of the panel: its answer as the metrics see it, or that
 * it has none. A failed or orphaned ask whose retry has ended is left out: the retry stands for it, so that it counts once.
 */
export async function readSampleRows(
  tx: TenantTransaction,
  series: Series,
  window: MetricWindow,
): Promise<SampleRow[]> {
  const { from, until } = windowBounds(window);
  const { orgId } = requireContext();
  const { rows } = await tx.execute<SampleRow>(sql`
    select p.id as "promptId", p.intent, a.id as "askId", a.state as "askState", w.id as "answerId", w.state,
      r.kind <> 'import' as planned,
      to_char(a.observed_at at time zone 'UTC', 'YYYY-MM-DD') as day,
      coalesce(said.named, '{}') as named, coalesce(said.judged, '{}') as judged,
      coalesce(said.recommended, '{}') as recommended,
      coalesce((select array_agg(distinct c.owner_brand_id::text) from tracking.citation c
                where c.org_id = w.org_id and c.answer_id = w.id and c.kind = 'cited'
                  and c.owner_brand_id is not null), '{}') as "citedOwners",
      w.model_served as model, w.contract, w.extractor_version as extractor, w.brand_set_version as "brandSet"
    from tracking.prompt p
    join tracking.ask a on a.org_id = p.org_id and a.prompt_id = p.id
    join tracking.run r on r.org_id = a.org_id and r.id = a.run_id
    left join tracking.answer w on w.org_id = a.org_id and w.ask_id = a.id
    left join lateral (
      select array_agg(m.brand_id::text) as named,
        array_agg(m.brand_id::text) filter (where m.stance is not null) as judged,
        array_agg(m.brand_id::text) filter (where m.stance = 'recommended') as recommended
      from tracking.mention m where m.org_id = w.org_id and m.answer_id = w.id) said on true
    where p.org_id = ${orgId} and p.panel_version_id = ${series.panelVersionId} and r.project_id = ${series.projectId}
      and r.panel_version_id = ${series.panelVersionId} and r.sandbox = ${series.sandbox} and a.engine_id = ${series.engineId} and a.surface = ${series.surface}
      and a.state not in ('planned', 'claimed')
      and a.observed_at >= ${from.toISOString()}::timestamptz and a.observed_at < ${until.toISOString()}::timestamptz
      and not (a.state in ('failed', 'orphaned') and exists (
        select from tracking.run n join tracking.ask b on b.org_id = n.org_id and b.run_id = n.id
        where n.org_id = r.org_id and n.retry_of = r.id and b.prompt_id = a.prompt_id and b.engine_id = a.engine_id
          and b.surface = a.surface and b.locale = a.locale and b.repeat = a.repeat
          and b.state not in ('planned', 'claimed')))
    order by p.ordinal, a.observed_at, a.id`);
  return rows;
}
