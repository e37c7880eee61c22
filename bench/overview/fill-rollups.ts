import type pg from "pg";
import type { OrgId } from "@/server/kernel/id";

/** What measuring each run would have counted of an org's answers, in two statements: a rebuild takes far longer. */
export async function fillRollups(admin: pg.Client, orgId: OrgId): Promise<void> {
  await admin.query(CELLS, [orgId]);
  for (const engine of ["w.engine_id", "''"]) await admin.query(sources(engine), [orgId]);
}

const WINDOW = "date_trunc('week', w.observed_at at time zone 'UTC')::date";

const CELLS = `
  insert into insight.cell_week (org_id, project_id, panel_version_id, window_start, engine_id, surface, sandbox, prompt_id,
    answers, named)
  select org_id, project_id, panel_version_id, start, engine_id, surface, sandbox, prompt_id, max(shown),
    coalesce(jsonb_object_agg(brand_id, named) filter (where brand_id is not null), '{}')
  from (
    select w.org_id, w.project_id, p.panel_version_id, ${WINDOW} as start, w.engine_id, w.surface, w.sandbox, w.prompt_id,
      m.brand_id, count(*) as named, count(distinct w.id) as shown
    from tracking.answer w join tracking.prompt p on p.org_id = w.org_id and p.id = w.prompt_id
    left join tracking.mention m on m.org_id = w.org_id and m.answer_id = w.id
    where w.org_id = $1 and w.state in ('answered', 'refused', 'empty') group by 1, 2, 3, 4, 5, 6, 7, 8, 9) b
  group by 1, 2, 3, 4, 5, 6, 7, 8`;

const sources = (engine: string) => `
  insert into insight.source_week (org_id, project_id, panel_version_id, window_start, engine_id, surface, sandbox, domain,
    domain_class, owner_brand_id, engines, cited, linked, retrieved, weight, citations, page_types, prompts, spread)
  select w.org_id, w.project_id, p.panel_version_id, ${WINDOW} as start, ${engine} as engine, w.surface, w.sandbox,
    coalesce(c.domain, ''), max(c.domain_class), max(c.owner_brand_id::text)::uuid, array_agg(distinct w.engine_id),
    count(*) filter (where c.kind = 'cited'), count(*) filter (where c.kind = 'linked'),
    count(*) filter (where c.kind = 'retrieved'), count(*) filter (where c.kind = 'cited') / 3.0,
    count(*) filter (where c.kind = 'cited'), '{"article": 3, "listicle": 2}', count(distinct w.prompt_id), sqrt(count(*))
  from tracking.answer w join tracking.prompt p on p.org_id = w.org_id and p.id = w.prompt_id and p.intent <> 'branded'
  join tracking.citation c on c.org_id = w.org_id and c.answer_id = w.id
  where w.org_id = $1 and w.state = 'answered'
  group by w.org_id, w.project_id, p.panel_version_id, start, engine, w.surface, w.sandbox, grouping sets ((c.domain), ())`;
