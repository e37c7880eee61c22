import { type SQL, sql } from "drizzle-orm";
import { runNamed } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";
import { shareInterval } from "@/server/metrics";
import type { SourceCursor, SourceFilter, SourceRow } from "./contract";
import { type StoredScope, showsRetrieved } from "./source-scope";

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
  readonly citations: number | null;
  readonly pageTypes: Readonly<Record<string, number>> | null;
  readonly spread: number | null;
  /** What it is ordered by. */
  readonly value: number;
}

const VALUES: Readonly<Record<NonNullable<SourceFilter["sort"]>, SQL>> = {
  share: sql`s.weight`,
  citations: sql`coalesce(s.citations, -1)`,
  cited: sql`s.cited`,
  retrieved: sql`s.retrieved`,
  domain: sql`0`,
};

interface Wanted extends Pick<SourceFilter, "engine" | "class" | "q" | "sort"> {
  readonly after: SourceCursor | null;
  /** One domain, by its whole name. */
  readonly domain?: string;
  readonly limit: number;
}

/** The domains of a scope in the order that is asked for; what each is ordered by comes along. */
export async function readSources(
  tx: TenantTransaction,
  projectId: ProjectId,
  scope: StoredScope,
  { engine = "", class: domainClass, q, sort = "share", after, domain, limit }: Wanted,
): Promise<StoredSource[]> {
  const value = VALUES[sort];
  const byName = sort === "domain";
  const beyond =
    after &&
    (byName
      ? sql`and s.domain > ${after.domain}`
      : sql`and ${value} <= ${after.value} and (${value} < ${after.value} or s.domain > ${after.domain})`);
  const name = [
    "list_sources_by",
    sort,
    domainClass && "of_class",
    q && "like",
    domain !== undefined && "of_domain",
    after && "after",
  ];
  return runNamed<StoredSource>(
    tx,
    name.filter(Boolean).join("_"),
    sql`
    select s.domain, s.domain_class as "domainClass", b.name as owner, b.kind = 'own' as own, s.engines, s.cited, s.linked,
      s.retrieved, s.weight, s.citations, s.page_types as "pageTypes", s.spread, ${value}::float8 as value
    from insight.source_week s
    left join tracking.brand b on b.org_id = s.org_id and b.id = s.owner_brand_id
    where s.org_id = ${requireContext().orgId} and s.project_id = ${projectId} and s.window_start = ${scope.start}
      and s.panel_version_id = ${scope.panelVersionId} and s.surface = ${scope.surface} and s.sandbox = ${scope.sandbox}
      and s.engine_id = ${engine} and s.domain <> ''
      ${domainClass === undefined ? sql`` : sql`and s.domain_class = ${domainClass}`}
      ${q === undefined ? sql`` : sql`and position(${q} in s.domain) > 0`}
      ${domain === undefined ? sql`` : sql`and s.domain = ${domain}`}
      ${beyond ?? sql``}
    order by ${byName ? sql`s.domain` : sql`${value} desc, s.domain`} limit ${limit}`,
  );
}

export function describeSource(source: StoredSource, scope: StoredScope): SourceRow {
  const { owner, own, engines, weight, spread, retrieved, pageTypes, domain, domainClass } = source;
  const { answers, prompts, surface } = scope;
  const share = answers === 0 ? 0 : weight / answers;
  const known = spread !== null && prompts !== null && answers > 0;
  return {
    domain,
    domainClass,
    owner: owner === null ? null : { name: owner, own },
    engines: engines.map((engineId) => findEngine(engineId)?.label ?? engineId),
    citations: source.citations,
    pageTypes: Object.entries(pageTypes ?? {})
      .map(([type, pages]) => ({ type, pages }))
      .sort((one, other) => other.pages - one.pages || one.type.localeCompare(other.type)),
    cited: source.cited,
    linked: source.linked,
    retrieved: scope.engines.some((engineId) => showsRetrieved(engineId, surface)) ? retrieved : null,
    share,
    interval: known ? shareInterval({ share, standardError: spread / answers, answers, prompts }) : null,
  };
}
