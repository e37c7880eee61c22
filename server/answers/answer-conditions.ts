import { type SQL, sql } from "drizzle-orm";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";
import { windowBounds } from "@/server/metrics";
import type { AnswerFilter } from "./contract";
import { likeAnywhere, likePrefix, planSearch } from "./search-plan";

const WINDOW_DAYS = 7;
const DAY = 86_400_000;

/**
 * The condition under which a row `a` of tracking.answer is one of the project's answers that the filter matches. The
 * indexes answer_project_idx, answer_engine_idx and answer_prompt_idx have the project's rows, an engine's and a question's in
 * the order of pages; the rest is tested on each.
 */
export function answerConditions(projectId: ProjectId, filter: AnswerFilter): SQL {
  const { orgId } = requireContext();
  const { engine, surface, window, from, to, state, brand, without, cited, domain, prompt, run, q } = filter;
  const { stance, class: domainClass, page } = filter;
  const conditions = [
    sql`a.org_id = ${orgId} and a.project_id = ${projectId}`,
    engine && sql`a.engine_id = ${engine}`,
    surface && sql`a.surface = ${surface}`,
    window && observedWithin(window, WINDOW_DAYS),
    from && sql`a.observed_at >= ${from}::timestamp at time zone 'UTC'`,
    to && sql`a.observed_at < ${dayAfter(to)}::timestamp at time zone 'UTC'`,
    state && sql`a.state = ${state}`,
    brand && sql`exists (${mentionOf(brand)})`,
    without && sql`not exists (${mentionOf(without)})`,
    cited && sql`exists (${citedSource()} and c.owner_brand_id = ${cited})`,
    domain && sql`exists (${citedSource()} and c.domain like ${likePrefix(domain)})`,
    stance && sql`exists (${ownMention()} and m.stance = ${stance})`,
    domainClass && sql`exists (${citedSource()} and c.domain_class = ${domainClass})`,
    page && sql`exists (${citedSource()} and c.page_type = ${page})`,
    prompt && sql`a.prompt_id in (${sameQuestion(sql`${prompt}`)})`,
    run && sql`a.run_id = ${run}`,
    q && textHolds(q),
  ];
  return sql.join(
    conditions.filter((condition) => typeof condition === "object"),
    sql` and `,
  );
}

/** Every prompt of the org with the same question as `promptId`: an edit of a panel gives it a new id, never a new hash. */
export function sameQuestion(promptId: SQL): SQL {
  const { orgId } = requireContext();
  return sql`select same.id from tracking.prompt p
    join tracking.prompt same on same.org_id = p.org_id and same.hash = p.hash
    where p.org_id = ${orgId} and p.id = ${promptId}`;
}

function observedWithin(start: string, days: number): SQL {
  const { from, until } = windowBounds({ start, days });
  return sql`a.observed_at >= ${from.toISOString()}::timestamptz and a.observed_at < ${until.toISOString()}::timestamptz`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

function mentionOf(brandId: string): SQL {
  return sql`select from tracking.mention m
    where m.org_id = a.org_id and m.answer_id = a.id and m.brand_id = ${brandId}`;
}

function ownMention(): SQL {
  return sql`select from tracking.mention m
    join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id and b.kind = 'own'
    where m.org_id = a.org_id and m.answer_id = a.id`;
}

function citedSource(): SQL {
  return sql`select from tracking.citation c
    where c.org_id = a.org_id and c.answer_id = a.id and c.kind = 'cited'`;
}

/**
 * No index on `search` would help: `@@` isn't leakproof, so under row-level security Postgres tests the policy first and
 * never hands the operator to an index. Rows from before the column get their words now.
 */
function textHolds(query: string): SQL {
  if (planSearch(query).by === "substring") return sql`a.text ilike ${likeAnywhere(query)}`;
  return sql`coalesce(a.search, to_tsvector('simple', left(a.text, 100000))) @@ websearch_to_tsquery('simple', ${query})`;
}
