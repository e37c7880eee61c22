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
  await tx.execute(sql`
    with source as (
      select w.id, c.domain, bool_or(c.kind = 'cited') as cited, bool_or(c.kind = 'linked') as linked,
        count(*) filter (where c.kind = 'cited') as pages, max(c.domain_class) as domain_class,
        max(c.owner_brand_id::text)::uuid as owner
      from tracking.answer w
      join tracking.prompt p on p.org_id = w.org_id and p.id = w.prompt_id and p.panel_version_id = ${panelVersionId}
        and p.intent <> 'branded'
      join tracking.citation c on c.org_id = w.org_id and c.answer_id = w.id and c.domain <> ''
      where w.org_id = ${orgId} and w.project_id = ${projectId} and w.engine_id = ${engineId} and w.surface = ${surface}
        and w.sandbox = ${sandbox} and w.state = any(${sql.param(SHOWN)}::text[])
        and w.observed_at >= ${from.toISOString()}::timestamptz and w.observed_at < ${until.toISOString()}::timestamptz
      group by w.id, c.domain
    ), weighed as (
      select *, pages / nullif(sum(pages) over (partition by id), 0) as weight from source
    ), answered as (
      select id, bool_or(cited) as cited, bool_or(linked) as linked from source group by id
    )
    insert into insight.source_week (org_id, project_id, panel_version_id, window_start, engine_id, surface, sandbox, domain,
      domain_class, owner_brand_id, engines, cited, linked, retrieved, weight)
    select ${orgId}, ${projectId}::uuid, ${panelVersionId}::uuid, ${window.start}::date, ${engineId}, ${surface},
      ${sandbox}::boolean, s.domain, s.domain_class, s.owner, array[${engineId}], s.cited, s.linked, s.retrieved, s.weight
    from (
      select domain, max(domain_class) as domain_class, max(owner::text)::uuid as owner,
        count(*) filter (where cited) as cited, count(*) filter (where linked and not cited) as linked,
        count(*) filter (where not cited and not linked) as retrieved, coalesce(sum(weight), 0) as weight
      from weighed group by domain
      union all
      select '', null, null, count(*) filter (where cited), count(*) filter (where linked and not cited),
        count(*) filter (where not cited and not linked), count(*) filter (where cited)
      from answered having count(*) > 0
    ) s`);
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
    insert into insight.source_week (org_id, project_id, panel_version_id, window_start, engine_id, surface, sandbox, domain,
      domain_class, owner_brand_id, engines, cited, linked, retrieved, weight)
    select s.org_id, s.project_id, s.panel_version_id, s.window_start, '', s.surface, s.sandbox, s.domain,
      max(s.domain_class), max(s.owner_brand_id::text)::uuid, array_agg(s.engine_id order by s.engine_id), sum(s.cited),
      sum(s.linked), sum(s.retrieved), sum(s.weight order by s.engine_id)
    from insight.source_week s
    where ${ofWindows} and s.engine_id <> ''
    group by s.org_id, s.project_id, s.panel_version_id, s.window_start, s.surface, s.sandbox, s.domain`);
}
