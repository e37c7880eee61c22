import type { TestDatabase } from "@/db/testing/test-database";
import type { ProjectId } from "@/server/kernel/id";

type Inspect = TestDatabase["inspect"];

/**
 * Everything that an import leaves of a project, without ids and the time of the work: two projects that hold the same
 * have the same rows. Intervals that were drawn are left out: their seed follows from the brand's id.
 */
export async function importedRows(inspect: Inspect, projectId: ProjectId) {
  const read = (sql: string) => inspect(sql, [projectId]);
  return {
    asks: await read(`
      select k.engine_id, k.surface, k.locale, k.repeat, k.observed_at, k.credits, k.state, k.calls, k.failure,
        k.lease_token is null as ended, p.text as prompt
      from tracking.ask k join tracking.run r on r.id = k.run_id join tracking.prompt p on p.id = k.prompt_id
      where r.project_id = $1 order by p.text, k.engine_id, k.observed_at, k.repeat`),
    answers: await read(`
      select a.engine_id, a.surface, a.state, a.text, a.raw_sha256, a.charged, a.contract, a.sandbox, a.observed_at,
        a.search_triggered, a.extractor_version, p.text as prompt,
        (select jsonb_agg(jsonb_build_array(b.name, m.spans, m.naming_order, m.rank, m.confidence, m.stance) order by b.name)
         from tracking.mention m join tracking.brand b on b.id = m.brand_id where m.answer_id = a.id) as mentions,
        (select jsonb_agg(jsonb_build_array(c.url, c.canonical_url, c.kind, c.title, c.spans, b.name, c.domain_class, c.page_type) order by c.ordinal)
         from tracking.citation c left join tracking.brand b on b.id = c.owner_brand_id
         where c.answer_id = a.id) as citations
      from tracking.answer a join tracking.prompt p on p.id = a.prompt_id
      where a.project_id = $1 order by p.text, a.raw_sha256`),
    metrics: await read(`
      select m.window_start::text, m.engine_id, m.surface, m.metric_id, b.name, m.value, m.answers, m.prompts,
        case when m.detail ->> 'seed' is null then m.detail
             else m.detail - '{seed,panel,market,upperBound}'::text[] end as detail
      from insight.metric_value m left join tracking.brand b on b.id = m.brand_id
      where m.project_id = $1 order by 1, 2, 3, 4, 5`),
    streaks: await read(`
      select s.engine_id, s.surface, b.name, s.prompt_hash, s.current, s.longest, s.broken_at::text
      from insight.streak s join tracking.brand b on b.id = s.brand_id
      where s.project_id = $1 order by 1, 2, 3, 4`),
    runs: await read("select kind, state, price_credits from tracking.run where project_id = $1"),
    open: await read(`
      select 1 from ops.open_run o join tracking.run r on r.id = o.run_id where r.project_id = $1`),
  };
}
