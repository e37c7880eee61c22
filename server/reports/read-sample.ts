import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { findEngine } from "@/server/engines";
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
  return { cells: cellsOf(rows), versions: versionsOf(rows) };
}

/** What the answers of these asks were made and read with. */
export function versionsOf(rows: readonly SampleRow[]): SampledCells["versions"] {
  const distinct = (pick: (row: SampleRow) => string | null) =>
    [...new Set(rows.map(pick).filter((value) => value !== null))].sort();
  return {
    models: distinct((row) => row.model),
    contracts: distinct((row) => row.contract),
    extractors: distinct((row) => row.extractor),
    brandSets: distinct((row) => row.brandSet),
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
  // Of a capture that somebody imported nobody knows whether it has all that the engine looked at.
  const shows = findEngine(series.engineId)?.observability;
  const [showsRetrieved, showsSearch] = [shows?.retrieved.observable, shows?.searchTriggered.observable].map(
    (observable) => observable === true,
  );
  const { rows } = await tx.execute<SampleRow>(sql`
    select p.id as "promptId", p.intent, a.id as "askId", a.state as "askState", w.id as "answerId", w.state,
      r.kind <> 'import' as planned,
      to_char(a.observed_at at time zone 'UTC', 'YYYY-MM-DD') as day,
      coalesce(said.named, '{}') as named, coalesce(said.stances, '{}') as stances, coalesce(said.ranks, '{}') as ranks,
      coalesce(said.prominences, '{}') as prominences,
      coalesce(sources.cited, 0) as cited, coalesce(sources."citedOf", '{}') as "citedOf",
      case when ${showsRetrieved} and r.kind <> 'import' then coalesce(sources.owners, '{}') end as "retrievedOwners",
      case when ${showsSearch} then w.search_triggered end as searched, cardinality(w.controls) > 0 as "namesControl",
      coalesce(pages.checked, 0) as checked, coalesce(pages.supported, 0) as supported,
      w.model_served as model, w.contract, w.extractor_version as extractor, w.brand_set_version as "brandSet"
    from tracking.prompt p
    join tracking.ask a on a.org_id = p.org_id and a.prompt_id = p.id
    join tracking.run r on r.org_id = a.org_id and r.id = a.run_id
    left join tracking.answer w on w.org_id = a.org_id and w.ask_id = a.id
    left join lateral (
      select array_agg(m.brand_id::text order by m.naming_order, m.brand_id) as named,
        jsonb_object_agg(m.brand_id, m.stance) filter (where m.stance is not null) as stances,
        jsonb_object_agg(m.brand_id, m.rank) filter (where m.rank is not null) as ranks,
        jsonb_object_agg(m.brand_id, m.prominence) filter (where m.prominence is not null) as prominences
      from tracking.mention m where m.org_id = w.org_id and m.answer_id = w.id) said on true
    left join lateral (
      select sum(c.cited)::int as cited, jsonb_object_agg(c.owner, c.cited) filter (where c.owned and c.cited > 0) as "citedOf",
        array_agg(c.owner::text order by c.owner) filter (where c.owned) as owners
      from (select owner_brand_id as owner, owner_brand_id is not null as owned, count(*) filter (where kind = 'cited') as cited
            from tracking.citation
            where org_id = w.org_id and answer_id = w.id and kind in ('cited', 'retrieved') group by 1, 2) c) sources on true
    left join lateral (
      select (count(*) filter (where outcome <> 'unchecked'))::int as checked,
        (count(*) filter (where outcome = 'supports'))::int as supported
      from tracking.citation_check where org_id = w.org_id and answer_id = w.id) pages on true
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
