import { sql } from "drizzle-orm";
import { runNamed } from "@/db/statement";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { PanelVersionId, ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { windowOf } from "@/server/metrics";
import { projectExists } from "@/server/projects";
import { ListSourcesInput, type SeriesFilter, type SourceRow, type SourcesPage } from "./contract";

const PAGE = 50;

/**
 * A page of the domains that a window's answers cite (the newest window, unless the filter names one), highest share first, for
 * every role: of one engine, or of all engines of a surface. Surfaces, panel versions, and made-up and real answers are never
 * added up: without a filter it is the newest version's, real before made up, and the surface with the most answers.
 */
export async function listSources(input: ListSourcesInput): Promise<Result<SourcesPage>> {
  const parsed = parseInput(ListSourcesInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, cursor, class: domainClass, ...filter } = parsed.value;
  return withTenant<SourcesPage>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const scopes = await readScopes(tx, projectId, filter);
    const scope = scopes.find(({ surface }) => filter.surface === undefined || surface === filter.surface);
    if (!scope) return ok({ scope: null, rows: [], next: null });
    const after = cursor ?? null;
    const found = await readSources(tx, projectId, filter.engine ?? "", scope, domainClass ?? null, after);
    const last = found.length > PAGE ? found[PAGE - 1] : undefined;
    return ok({
      scope: {
        window: windowOf(new Date(scope.start)),
        panel: { name: scope.panel, version: scope.version },
        surface: scope.surface,
        sandbox: scope.sandbox,
        otherSurfaces: [...new Set(scopes.map(({ surface }) => surface))]
          .filter((each) => each !== scope.surface)
          .sort(),
        answers: scope.answers,
      },
      rows: found.slice(0, PAGE).map((row) => sourceRow(row, scope.answers)),
      next: last ? { weight: last.weight, domain: last.domain } : null,
    });
  });
}

interface Scope {
  readonly start: string;
  readonly panelVersionId: PanelVersionId;
  readonly panel: string;
  readonly version: number;
  readonly surface: string;
  readonly sandbox: boolean;
  readonly answers: number;
}

/** What the window has sources of under the filter's engine, the one to show first: its rows over all domains. */
async function readScopes(
  tx: TenantTransaction,
  projectId: ProjectId,
  { engine = "", window }: SeriesFilter,
): Promise<Scope[]> {
  const { orgId } = requireContext();
  // Not coalesce(): it isn't leakproof, and under row-level security no index would be asked.
  const start = window
    ? sql`${window}::date`
    : sql`(select newest.window_start from insight.source_week newest
        where newest.org_id = ${orgId} and newest.project_id = ${projectId} and newest.engine_id = ${engine}
        order by newest.window_start desc limit 1)`;
  return runNamed<Scope>(
    tx,
    window ? "source_scopes_of_window" : "newest_source_scopes",
    sql`
    select s.window_start::text as start, s.panel_version_id as "panelVersionId", n.name as panel, v.version, s.surface,
      s.sandbox, s.cited as answers
    from insight.source_week s
    join tracking.panel_version v on v.org_id = s.org_id and v.id = s.panel_version_id
    join tracking.panel n on n.org_id = v.org_id and n.id = v.panel_id
    where s.org_id = ${orgId} and s.project_id = ${projectId} and s.engine_id = ${engine} and s.domain = ''
      and s.window_start = ${start}
    order by s.sandbox, v.created_at desc, v.version desc, s.cited desc, s.surface`,
  );
}

interface StoredSource {
  readonly domain: string;
  readonly domainClass: SourceRow["domainClass"];
  readonly owner: string | null;
  readonly own: boolean;
  readonly engines: readonly string[];
  readonly cited: number;
  readonly linked: number;
  readonly retrieved: number;
  readonly weight: number;
}

async function readSources(
  tx: TenantTransaction,
  projectId: ProjectId,
  engine: string,
  scope: Scope,
  domainClass: string | null,
  after: { readonly weight: number; readonly domain: string } | null,
): Promise<StoredSource[]> {
  const name = ["list_sources", domainClass && "of_class", after && "after"].filter(Boolean).join("_");
  return runNamed<StoredSource>(
    tx,
    name,
    sql`
    select s.domain, s.domain_class as "domainClass", b.name as owner, b.kind = 'own' as own, s.engines, s.cited, s.linked,
      s.retrieved, s.weight
    from insight.source_week s
    left join tracking.brand b on b.org_id = s.org_id and b.id = s.owner_brand_id
    where s.org_id = ${requireContext().orgId} and s.project_id = ${projectId} and s.window_start = ${scope.start}
      and s.panel_version_id = ${scope.panelVersionId} and s.surface = ${scope.surface} and s.sandbox = ${scope.sandbox}
      and s.engine_id = ${engine} and s.domain <> ''
      ${domainClass === null ? sql`` : sql`and s.domain_class = ${domainClass}`}
      ${after === null ? sql`` : sql`and s.weight <= ${after.weight} and (s.weight < ${after.weight} or s.domain > ${after.domain})`}
    order by s.weight desc, s.domain limit ${PAGE + 1}`,
  );
}

function sourceRow({ owner, own, engines, weight, ...row }: StoredSource, answers: number): SourceRow {
  return {
    domain: row.domain,
    domainClass: row.domainClass,
    owner: owner === null ? null : { name: owner, own },
    engines: engines.map((engineId) => findEngine(engineId)?.label ?? engineId),
    cited: row.cited,
    linked: row.linked,
    retrieved: row.retrieved,
    share: answers === 0 ? 0 : weight / answers,
  };
}
