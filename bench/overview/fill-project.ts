import type pg from "pg";
import type { BrandId, OrgId, PanelVersionId, ProjectId, RunId } from "@/server/kernel/id";

/** What a project is filled with. Answers: prompts × 6 engines × 7 days × weeks. */
export interface FilledShape {
  readonly prompts: number;
  readonly weeks: number;
}

export interface FilledProject {
  readonly orgId: OrgId;
  readonly projectId: ProjectId;
  readonly panelVersionId: PanelVersionId;
  readonly own: BrandId;
  readonly answers: number;
  /** Of the newest day. */
  readonly newestRun: RunId;
}

const RUNS_A_WEEK = 7;

/** A Monday: the windows are whole weeks up to the one that begins here. */
export const NEWEST_WINDOW = "2026-11-16";

/**
 * Fills an org of its own with one project, by SQL alone: a run a day over whole weeks, each prompt asked once of six engines,
 * a brand and nine rivals of falling fame, five sources an answer out of 2,000 domains with a long tail. Takes a superuser's
 * connection: keys to other tables aren't looked at meanwhile.
 */
export async function fillProject(admin: pg.Client, shape: FilledShape): Promise<FilledProject> {
  await admin.query("begin");
  await admin.query("set local session_replication_role = replica");
  await admin.query("set local synchronous_commit = off");
  await admin.query("select setseed(0.42)");
  for (const sql of [plan(shape), ASKS, ANSWERS, MENTIONS, CITATIONS]) await admin.query(sql);
  const { rows } = await admin.query<FilledProject>(FILLED);
  await admin.query("commit");
  const [filled] = rows;
  if (!filled) throw new Error("nothing was filled");
  return filled;
}

/** Org, project, brands, panel and runs, in temporary tables for the statements behind it. */
function plan({ prompts, weeks }: FilledShape): string {
  const days = weeks * RUNS_A_WEEK;
  return `
    drop table if exists made, made_brand, made_run, made_prompt, made_engine, made_answer;
    create temp table made as
      select uuidv7() as org_id, uuidv7() as workspace_id, uuidv7() as project_id, uuidv7() as panel_id, uuidv7() as version_id;
    create temp table made_brand as
      select i, uuidv7() as id, case when i = 0 then 'Halvorn' else 'Rival ' || i end as name, 0.5 / (1 + i * 0.6) as fame
      from generate_series(0, 9) i;
    create temp table made_run as
      select uuidv7(at - now()) as id, at
      from (select timestamptz '${NEWEST_WINDOW} 06:00Z' + interval '6 days' - i * interval '1 day' as at
            from generate_series(${days} - 1, 0, -1) i) days order by at;
    create temp table made_prompt as select i, uuidv7() as id from generate_series(1, ${prompts}) i order by i;
    create temp table made_engine as
      select * from (values ('chatgpt', 'api'), ('claude', 'api'), ('gemini', 'api'), ('perplexity', 'api'), ('grok', 'api'),
        ('google_ai_overviews', 'serp')) e (id, surface);
    insert into tenancy.org (org_id, name) select org_id, 'Bench' from made;
    insert into credits.wallet (org_id) select org_id from made;
    insert into tenancy.workspace (org_id, id, name, slug) select org_id, workspace_id, 'Bench', 'bench' from made;
    insert into tenancy.project (org_id, id, workspace_id, name, slug)
      select org_id, project_id, workspace_id, 'Bench', 'bench' from made;
    insert into tracking.brand (org_id, id, project_id, name, kind)
      select org_id, b.id, project_id, b.name, case when b.i = 0 then 'own' else 'rival' end from made, made_brand b;
    insert into tracking.panel (org_id, id, project_id, name) select org_id, panel_id, project_id, 'Bench' from made;
    insert into tracking.panel_version (org_id, id, panel_id, version) select org_id, version_id, panel_id, 1 from made;
    insert into tracking.prompt (org_id, id, panel_version_id, ordinal, text, hash, intent)
      select org_id, p.id, version_id, p.i, 'Which standing desk is best for case ' || p.i || '?', 'hash-' || p.i,
        case when p.i % 20 = 19 then 'branded' else 'category' end
      from made, made_prompt p;
    insert into tracking.run (org_id, id, project_id, panel_version_id, kind, state, grid, repeats, price_version, price_credits,
        sandbox, observed_at, requested_at, closed_at)
      select org_id, r.id, project_id, version_id, 'ask', 'complete',
        (select jsonb_agg(jsonb_build_object('engineId', id, 'surface', surface, 'credits', 2, 'noAnswerShownCredits', 1)) from made_engine),
        1, 1, 0, false, r.at, r.at, r.at + interval '10 minutes'
      from made, made_run r;`;
}

const ASKS = `
  insert into tracking.ask (org_id, id, run_id, prompt_id, engine_id, surface, locale, repeat, observed_at, credits, state, calls)
  select org_id, uuidv7(r.at - now()), r.id, p.id, e.id, e.surface, 'en-US', 0,
    r.at + p.i * interval '1 second', 2, 'answered', 1
  from made, made_run r, made_prompt p, made_engine e order by r.at, p.i, e.id`;

/** States as they come: most answers are answers. */
const ANSWERS = `
  create temp table made_answer as
    select uuidv7(observed_at - now()) as id, org_id, a.id as ask_id, run_id, prompt_id, engine_id, surface, observed_at, luck, nth,
      case when luck < 0.93 then 'answered' when luck < 0.95 then 'refused' when luck < 0.97 then 'empty'
        when surface = 'serp' then 'no_answer_shown' else 'truncated' end as state
    from made join (select *, random() as luck, row_number() over () as nth from tracking.ask
                    where org_id = (select org_id from made)) a using (org_id);
  insert into tracking.answer (org_id, id, ask_id, run_id, project_id, prompt_id, engine_id, surface, state, text, search,
      raw_sha256, model_requested, model_served, search_triggered, search_queries, usage, cost_micros, finish, contract,
      extractor_version, brand_set_version, charged, sandbox, observed_at, recorded_at)
  select a.org_id, a.id, a.ask_id, a.run_id, made.project_id, a.prompt_id, a.engine_id, a.surface, a.state, said.text,
    to_tsvector('simple', said.text), md5(a.ask_id::text), 'model-a', 'model-a-2026', true, '["best standing desk"]',
    '{"inputTokens":10,"outputTokens":200}', 12300, 'stop', 'contract/v1', 'rules-1', 'set-1', 2, false, a.observed_at,
    a.observed_at + interval '5 seconds'
  from made, made_answer a cross join lateral (
    select case when a.state in ('answered', 'truncated') then 'For most people a desk of Halvorn is a good choice, says report '
      || nth || '. Case ' || md5(nth::text) || ' prefers Rival ' || nth % 9 || ', which costs less and holds ' || nth % 140
      || ' kilograms. Look at the warranty, the noise of the motor and how it stands at full height.' else '' end as text) said
  order by a.nth`;

const MENTIONS = `
  insert into tracking.mention (org_id, answer_id, brand_id, spans, naming_order, rank, confidence, stance, stance_confidence, stance_by)
  select a.org_id, a.id, b.id, '[{"start":25,"end":32}]', b.i + 1, b.i + 1, 0.9, 'listed', 0.8, 'rules@1'
  from made_answer a cross join made_brand b where a.luck < 0.93 and random() + 0 * a.nth < b.fame`;

const CITATIONS = `
  insert into tracking.citation (org_id, answer_id, ordinal, url, canonical_url, domain, title, kind, owner_brand_id, spans,
      domain_class, page_type, taxonomy_version)
  select org_id, id, ordinal, 'https://' || domain || '/' || page, 'https://' || domain || '/' || page, domain, 'A page',
    case when ordinal < 4 then 'cited' when ordinal = 4 then 'linked' else 'retrieved' end,
    (select b.id from made_brand b where b.i = site), '[]',
    case when site = 0 then 'own' when site < 10 then 'rival' else (array['editorial', 'community', 'review', 'retailer', 'other'])[1 + site % 5] end,
    'article', '1'
  from (select a.org_id, a.id, ordinal, site, 'site-' || site || '.example' as domain, 1 + floor(random() * 20) as page
        from made_answer a cross join generate_series(1, 5) ordinal
        cross join lateral (select floor(2000 * power(random() + 0 * ordinal + 0 * a.luck, 4))::int as site) s
        where a.luck < 0.93) c`;

const FILLED = `
  select org_id as "orgId", project_id as "projectId", version_id as "panelVersionId",
    (select id from made_brand where i = 0) as own, (select count(*)::int from made_answer) as answers,
    (select id from made_run order by at desc limit 1) as "newestRun"
  from made`;
