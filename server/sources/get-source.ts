import { type SQL, sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { AnswerState, isShown, windowBounds, windowOf } from "@/server/metrics";
import { projectExists } from "@/server/projects";
import { GetSourceInput, type SourceDetail, type SourceUrl } from "./contract";
import { describeSource, readSources } from "./source-rows";
import { chosenScope, describeScope, readScopes, type StoredScope } from "./source-scope";

const URLS = 100;
const ANSWERS = 50;
const SHOWN = AnswerState.options.filter(isShown);

/**
 * A domain in the scope that `listSources` shows under the same filter: its pages, and the answers that cite it, for every role.
 * Not found where no answer of the window has it.
 */
export async function getSource(input: GetSourceInput): Promise<Result<SourceDetail>> {
  const parsed = parseInput(GetSourceInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, domain, ...filter } = parsed.value;
  return withTenant<SourceDetail>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const scopes = await readScopes(tx, projectId, filter);
    const scope = chosenScope(scopes, filter);
    if (!scope) return err(notFound("source"));
    const { engine } = filter;
    const wanted = { ...(engine !== undefined && { engine }), domain, after: null, limit: 1 };
    const [stored] = await readSources(tx, projectId, scope, wanted);
    if (!stored) return err(notFound("source"));
    const found = citationsOf(projectId, scope, domain, engine);
    const urls = await readUrls(tx, found);
    return ok({
      scope: describeScope(scope, scopes),
      source: describeSource(stored, scope),
      urls: urls.map(({ all: _, ...url }) => url),
      pages: urls[0]?.all ?? 0,
      answers: await readAnswers(tx, found),
    });
  });
}

/** `from … where …` of the citations that a domain's row was counted of. */
function citationsOf(
  projectId: ProjectId,
  scope: StoredScope,
  domain: string,
  engine: string | undefined,
): SQL {
  const { from, until } = windowBounds(windowOf(new Date(scope.start)));
  return sql`
    from tracking.citation c
    join tracking.answer w on w.org_id = c.org_id and w.id = c.answer_id
    join tracking.prompt p on p.org_id = w.org_id and p.id = w.prompt_id
    where c.org_id = ${requireContext().orgId} and c.domain = ${domain} and w.project_id = ${projectId}
      and p.panel_version_id = ${scope.panelVersionId} and p.intent <> 'branded' and w.surface = ${scope.surface}
      and w.sandbox = ${scope.sandbox} and w.state = any(${sql.param(SHOWN)}::text[])
      and w.observed_at >= ${from.toISOString()}::timestamptz and w.observed_at < ${until.toISOString()}::timestamptz
      ${engine === undefined ? sql`` : sql`and w.engine_id = ${engine}`}`;
}

interface FoundUrl extends SourceUrl, Record<string, unknown> {
  /** Of how many. */
  readonly all: number;
}

async function readUrls(tx: TenantTransaction, found: SQL): Promise<FoundUrl[]> {
  const { rows } = await tx.execute<FoundUrl>(sql`
    select c.canonical_url as url, max(c.title) as title, max(c.page_type) as "pageType",
      (count(*) filter (where c.kind = 'cited'))::int as cited, (count(*) filter (where c.kind <> 'cited'))::int as seen,
      (count(*) over ())::int as all
    ${found} group by c.canonical_url order by cited desc, seen desc, url limit ${URLS}`);
  return rows;
}

type CitingAnswer = SourceDetail["answers"][number];

async function readAnswers(tx: TenantTransaction, found: SQL): Promise<CitingAnswer[]> {
  const { rows } = await tx.execute<CitingAnswer & Record<string, unknown>>(sql`
    select w.id as "answerId", p.text as prompt, w.engine_id as engine,
      to_char(w.observed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "observedAt", count(*)::int as pages
    ${found} and c.kind = 'cited' group by w.id, p.text, w.engine_id, w.observed_at
    order by w.observed_at desc, w.id limit ${ANSWERS}`);
  return rows.map(({ engine, ...row }) => ({ ...row, engine: findEngine(engine)?.label ?? engine }));
}
