import type { AuditFilter } from "@/server/audit-log/contract";

/** The address of the log as it is filtered, from a place on. */
export function auditPath(org: string, filter: AuditFilter, after?: string): string {
  const query = auditQuery({ ...filter, after });
  return query.size > 0 ? `/${org}/settings/audit?${query}` : `/${org}/settings/audit`;
}

/** The file of all that the filter lets through. */
export function auditFilePath(org: string, filter: AuditFilter): string {
  return `/api/audit?${auditQuery({ org, ...filter })}`;
}

function auditQuery(fields: Readonly<Record<string, string | undefined>>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
