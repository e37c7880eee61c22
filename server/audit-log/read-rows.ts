import { type SQL, sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AuditFilter } from "./contract";

/** A row as the log has it. */
export interface AuditRow extends Record<string, unknown> {
  readonly id: string;
  /** ISO, UTC, in microseconds. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** At most `limit` rows that the filter lets through, the newest first, from before the row `after` on. */
export async function readRows(
  tx: TenantTransaction,
  filter: AuditFilter,
  after: string | undefined,
  limit: number,
): Promise<AuditRow[]> {
  const { rows } = await tx.execute<AuditRow>(sql`
    select a.id::text as id, a.actor, a.action, a.subject_type as "subjectType", a.subject_id as "subjectId",
      a.before, a.after, a.detail, a.request_id as "requestId",
      to_char(a.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from ops.audit_log a where ${conditions(filter, after)} order by a.id desc limit ${limit}`);
  return rows;
}

function conditions({ who, action, from, to }: AuditFilter, after: string | undefined): SQL {
  const parts = [sql`a.org_id = ${requireContext().orgId}`];
  if (who?.includes(":")) parts.push(sql`a.actor = ${who}`);
  else if (who !== undefined) parts.push(sql`starts_with(a.actor, ${`${who}:`})`);
  if (action !== undefined) parts.push(sql`a.action = ${action}`);
  if (from !== undefined) parts.push(sql`a.created_at >= ${from}::date::timestamp at time zone 'utc'`);
  if (to !== undefined) parts.push(sql`a.created_at < (${to}::date + 1)::timestamp at time zone 'utc'`);
  if (after !== undefined) parts.push(sql`a.id < ${after}::bigint`);
  return sql.join(parts, sql` and `);
}
