import { sql } from "drizzle-orm";
import { runNamed } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import type { PanelVersionId, ProjectId } from "@/server/kernel/id";
import { evidenceFor, windowOf } from "@/server/metrics";
import type { SeriesFilter } from "@/server/reports";
import type { SourceScope } from "./contract";

/** What the sources of a window are counted over: its row over all domains. */
export interface StoredScope {
  readonly start: string;
  readonly panelVersionId: PanelVersionId;
  readonly panel: string;
  readonly version: number;
  readonly surface: string;
  readonly sandbox: boolean;
  readonly engines: readonly string[];
  readonly answers: number;
  readonly prompts: number | null;
}

/**
 * What the window (the newest, unless the filter names one) has sources of under the filter's engine, or of all engines of a
 * surface, the one to show first: the newest panel version's, real before made up, then the surface with the most answers.
 */
export async function readScopes(
  tx: TenantTransaction,
  projectId: ProjectId,
  { engine = "", window }: SeriesFilter,
): Promise<StoredScope[]> {
  const { orgId } = requireContext();
  // Not coalesce(): it isn't leakproof, and under row-level security no index would be asked.
  const start = window
    ? sql`${window}::date`
    : sql`(select newest.window_start from insight.source_week newest
        where newest.org_id = ${orgId} and newest.project_id = ${projectId} and newest.engine_id = ${engine}
        order by newest.window_start desc limit 1)`;
  return runNamed<StoredScope>(
    tx,
    window ? "source_scopes_of_window" : "newest_source_scopes",
    sql`
    select s.window_start::text as start, s.panel_version_id as "panelVersionId", n.name as panel, v.version, s.surface,
      s.sandbox, s.engines, s.cited as answers, s.prompts
    from insight.source_week s
    join tracking.panel_version v on v.org_id = s.org_id and v.id = s.panel_version_id
    join tracking.panel n on n.org_id = v.org_id and n.id = v.panel_id
    where s.org_id = ${orgId} and s.project_id = ${projectId} and s.engine_id = ${engine} and s.domain = ''
      and s.window_start = ${start}
    order by s.sandbox, v.created_at desc, v.version desc, s.cited desc, s.surface`,
  );
}

/** The one of `scopes` that the filter's surface asks for, or the first. */
export function chosenScope(
  scopes: readonly StoredScope[],
  { surface }: SeriesFilter,
): StoredScope | undefined {
  return scopes.find((scope) => surface === undefined || scope.surface === surface);
}

export function describeScope(scope: StoredScope, scopes: readonly StoredScope[]): SourceScope {
  const { start, panel, version, surface, sandbox, engines, answers, prompts } = scope;
  return {
    window: windowOf(new Date(start)),
    panel: { name: panel, version },
    surface,
    sandbox,
    otherSurfaces: [...new Set(scopes.map((each) => each.surface))].filter((each) => each !== surface).sort(),
    engines: engines.map((engineId) => ({
      label: findEngine(engineId)?.label ?? engineId,
      showsRetrieved: showsRetrieved(engineId, surface),
    })),
    answers,
    prompts,
    evidence: evidenceFor(prompts ?? 0, answers),
  };
}

/** Of a capture nobody knows whether it has all that the engine looked at. */
export function showsRetrieved(engineId: string, surface: string): boolean {
  return surface !== "capture" && findEngine(engineId)?.observability.retrieved.observable === true;
}
