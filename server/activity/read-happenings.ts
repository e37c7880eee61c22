import { type SQL, sql } from "drizzle-orm";
import type { RecomputeState, RunState } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { RunId } from "@/server/kernel/id";
import type { NotificationKind } from "./contract";
import type { Happening } from "./happening";

export type StoredHappening = Happening & {
  readonly id: string;
  readonly projectId: string;
  readonly at: string;
  readonly runId: RunId | null;
};

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly projectId: string;
  readonly at: string;
  readonly runId: RunId | null;
  readonly state: string;
  readonly ofImport: boolean;
  readonly panel: string;
  readonly done: number;
  readonly why: string | null;
}

/** The org's `limit` newest happenings of every kind, newest first. */
export async function readHappenings(tx: TenantTransaction, limit: number): Promise<StoredHappening[]> {
  const { orgId } = requireContext();
  const newest = (query: SQL) => sql`(${query} order by at desc limit ${limit})`;
  const { rows } = await tx.execute<Row>(sql`
    select id, kind, project_id as "projectId", run_id as "runId", state, of_import as "ofImport", panel, done, why,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from (
      ${newest(sql`
        select 'run-' || r.id as id, 'run' as kind, r.project_id, r.closed_at as at, r.id as run_id, r.state,
          r.kind = 'import' as of_import, p.name as panel, 0 as done, null as why
        from tracking.run r
        join tracking.panel_version v on v.org_id = r.org_id and v.id = r.panel_version_id
        join tracking.panel p on p.org_id = v.org_id and p.id = v.panel_id
        where r.org_id = ${orgId} and r.closed_at is not null`)}
      union all
      ${newest(sql`
        select 'schedule-' || s.id || '-' || d.day, 'schedule', s.project_id, d.planned_at as at, null, d.state,
          false, p.name, 0, d.why
        from tracking.schedule_day d
        join tracking.schedule s on s.org_id = d.org_id and s.id = d.schedule_id
        join tracking.panel p on p.org_id = s.org_id and p.id = s.panel_id
        where d.org_id = ${orgId} and d.state = 'not_started'`)}
      union all
      ${newest(sql`
        select 'recompute-' || c.id, 'recompute', c.project_id, c.ended_at as at, null, c.state,
          false, '', c.done, c.failure
        from tracking.recompute c
        where c.org_id = ${orgId} and c.ended_at is not null`)}
    ) happened order by at desc, id limit ${limit}`);
  return rows.map(asHappening);
}

function asHappening({ id, projectId, at, runId, ...row }: Row): StoredHappening {
  const common = { id, projectId, at, runId };
  switch (row.kind) {
    case "run":
      return {
        ...common,
        kind: row.kind,
        state: row.state as RunState,
        ofImport: row.ofImport,
        panel: row.panel,
      };
    case "schedule":
      return { ...common, kind: row.kind, why: row.why, panel: row.panel };
    case "recompute":
      return {
        ...common,
        kind: row.kind,
        state: row.state as RecomputeState,
        done: row.done,
        failure: row.why,
      };
  }
}
