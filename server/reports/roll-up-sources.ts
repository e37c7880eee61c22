import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { AnswerState, isShown, type MetricWindow, windowBounds } from "@/server/metrics";
import type { Series } from "./read-sample";

const SHOWN = AnswerState.options.filter(isShown);

/**
 * Replaces the window's rows of insight.source_week: of the answers that presence counts, to prompts that don't name the
 * brand themselves, what each cites by domain, and over all domains; an address without a host is no source. The caller holds the project's lock (lock-project.ts).
 */
export async function rollUpSources(
  tx: TenantTransaction,
  series: Series,
  window: MetricWindow,
): Promise<void> {
  const { orgId } = requireContext();
  const { projectId, panelVersionId, engineId, surface, sandbox } = series;
  const { from, until } = windowBounds(window);
  await tx.execute(sql`
    delete from insight.source_week where org_id = ${orgId} and project_id = ${projectId}
      and panel_version_id = ${panelVersionId} and window_start = ${window.start} and engine_id = ${engineId}
      and surface = ${surface} and sandbox = ${sandbox}`);
  // The spread is that of a ratio over prompts as clusters: K/(K − 1) Σ_k (w_k − R n_k)², R = Σ w_k / Σ n_k, multiplied out
  // so that prompts which don't cite the domain count too. Source: Cochran 1977, "Sampling Techniques", section 6.3.
  await tx.execute(sql`
    with found as materialized (
      select w.id, w.prompt_id, c.domain, c.kind, c.page_type, c.domain_class, c.owner_brand_id
      from tracking.answer w
      join tracking.prompt p on p.org_id = w.org_id and p.id = w.prompt_id and p.panel_version_id = ${panelVersionId}
        and p.intent <> 'branded'
      join tracking.citation c on c.org_id = w.org_id and c.answer_id = w.id and c.domain <> ''
      where w.org_id = ${orgId} and w.project_id = ${projectId} and w.engine_id = ${engineId} and w.surface = ${surface}
        and w.sandbox = ${sandbox} and w.state = any(${sql.param(SHOWN)}::text[])
        and w.observed_at >= ${from.toISOString()}::timestamptz and w.observed_at < ${until.toISOString()}::timestamptz
    ), source as (
      select id, prompt_id, domain, bool_or(kind = 'cited') as cited, bool_or(kind = 'linked') as linked,
        count(*) filter (where kind = 'cited') as pages, max(domain_class) as domain_class,
        max(owner_brand_id::text)::uuid as owner
      from found group by id, prompt_id, domain
    ), weighed as (
      select *, pages / nullif(sum(pages) over (partition by id), 0) as weight from source
    ), answered as (
      select id, prompt_id, bool_or(cited) as cited, bool_or(linked) as linked, sum(pages) as pages
      from source group by id, prompt_id
    ), asked as (
      select prompt_id, count(*)::float8 as n from answered where cited group by prompt_id
    ), panel as (
      select count(*)::int as k, sum(n) as n, sum(n * n) as squares from asked
    ), spreads as (
      select domain, case when k > 1 then
        sqrt(greatest(0, k / (k - 1.0)::float8 * (sum(w * w) - 2 * sum(w) / panel.n * sum(w * asked.n) + (sum(w) / panel.n) ^ 2 * squares)))
        end as spread
      from (select domain, prompt_id, sum(weight)::float8 as w from weighed where weight > 0 group by 1, 2 order by 1, 2) own
      join asked using (prompt_id) cross join panel
      group by domain, k, panel.n, squares
    ), typed as (
      select domain, jsonb_object_agg(page_type, pages) as page_types
      from (select domain, page_type, count(*) as pages from found
            where kind = 'cited' and page_type is not null group by 1, 2) t group by domain
    )
    insert into insight.source_week (org_id, project_id, panel_version_id, window_start, engine_id, surface, sandbox, domain,
      domain_class, owner_brand_id, engines, cited, linked, retrieved, weight, citations, page_types, prompts, spread)
    select ${orgId}, ${projectId}::uuid, ${panelVersionId}::uuid, ${window.start}::date, ${engineId}, ${surface},
      ${sandbox}::boolean, s.domain, s.domain_class, s.owner, array[${engineId}], s.cited, s.linked, s.retrieved, s.weight,
      s.citations, coalesce(typed.page_types, '{}'), s.prompts,
      case when s.weight = 0 then case when s.k > 1 then 0 end else spreads.spread end
    from (
      select domain, max(domain_class) as domain_class, max(owner::text)::uuid as owner,
        count(*) filter (where cited) as cited, count(*) filter (where linked and not cited) as linked,
        count(*) filter (where not cited and not linked) as retrieved, coalesce(sum(weight), 0) as weight,
        sum(pages) as citations, null::int as prompts, max(panel.k) as k
      from weighed cross join panel group by domain
      union all
      select '', null, null, count(*) filter (where cited), count(*) filter (where linked and not cited),
        count(*) filter (where not cited and not linked), count(*) filter (where cited), sum(pages), max(panel.k), null
      from answered cross join panel having count(*) > 0
    ) s left join spreads using (domain) left join typed using (domain)`);
}

/** Replaces the rows of all engines of a surface together in these windows, from those of each. */
export async function rollUpAllEngines(
  tx: TenantTransaction,
  { projectId, panelVersionId, surface, sandbox }: Omit<Series, "engineId">,
  starts: readonly string[],
): Promise<void> {
  const ofWindows = sql`s.org_id = ${requireContext().orgId} and s.project_id = ${projectId}
    and s.panel_version_id = ${panelVersionId} and s.window_start = any(${sql.param(starts)}::date[])
    and s.surface = ${surface} and s.sandbox = ${sandbox}`;
  await tx.execute(sql`delete from insight.source_week s where ${ofWindows} and s.engine_id = ''`);
  await tx.execute(sql`
    with own as materialized (
      select s.* from insight.source_week s where ${ofWindows} and s.engine_id <> ''
    ), typed as (
      select window_start, domain, jsonb_object_agg(page_type, pages) as page_types
      from (select window_start, domain, key as page_type, sum(value::int) as pages
            from own, jsonb_each_text(page_types) group by 1, 2, 3) t group by 1, 2
    )
    insert into insight.source_week (org_id, project_id, panel_version_id, window_start, engine_id, surface, sandbox, domain,
      domain_class, owner_brand_id, engines, cited, linked, retrieved, weight, citations, page_types, prompts, spread)
    select s.org_id, s.project_id, s.panel_version_id, s.window_start, '', s.surface, s.sandbox, s.domain,
      max(s.domain_class), max(s.owner_brand_id::text)::uuid, array_agg(s.engine_id order by s.engine_id), sum(s.cited),
      sum(s.linked), sum(s.retrieved), sum(s.weight order by s.engine_id),
      case when bool_and(s.citations is not null) then sum(s.citations) end, coalesce(typed.page_types, '{}'), max(s.prompts),
      case when bool_and(s.spread is not null) then sum(s.spread order by s.engine_id) end
    from own s left join typed using (window_start, domain)
    group by s.org_id, s.project_id, s.panel_version_id, s.window_start, s.surface, s.sandbox, s.domain, typed.page_types`);
}
