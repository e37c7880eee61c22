import { asOrg } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { newId, type OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { sealAudit } from "../seal-audit";
import { type AuditVerdict, verifyAudit } from "../verify-audit";

/** Three seals of 200, 200 and 50 rows with even ids from 2 to 900, and an unsealed tail of 5 rows. */
export const SEALED_ROWS = 450;

export async function sealedOrg(inspect: TestDatabase["inspect"]): Promise<OrgId> {
  const orgId = newId<OrgId>();
  const add = (from: number, upto: number) =>
    inspect(
      `insert into ops.audit_log
         (org_id, id, actor, action, subject_type, subject_id, before, after, detail, request_id, created_at)
       overriding system value
       select $1, i * 2, 'user:' || i, 'brand.change', 'brand', i::text,
         case when i % 2 = 0 then jsonb_build_object('name', i) end, jsonb_build_object('name', i + 1),
         jsonb_build_object('n', i), 'request-' || i, timestamptz '2026-01-01Z' + i * interval '1.000001 s'
       from generate_series($2::int, $3::int) i`,
      [orgId, from, upto],
    );
  await add(1, SEALED_ROWS);
  await seal(orgId);
  await add(SEALED_ROWS + 1, SEALED_ROWS + 5);
  return orgId;
}

export function seal(orgId: OrgId) {
  return asOrg(orgId, async () => unwrap(await sealAudit()));
}

export function verdictOf(orgId: OrgId, ...anchor: Parameters<typeof verifyAudit>): Promise<AuditVerdict> {
  return asOrg(orgId, async () => unwrap(await verifyAudit(...anchor)));
}

/** What was found, as "2 rows_changed": the seal and what is wrong with it. */
export function said({ breaks }: AuditVerdict): string[] {
  return breaks.map(({ seq, what }) => `${seq} ${what}`);
}

/** Statements about the org ($org in them) as somebody who may do anything: a superuser, with triggers and keys off. */
export async function tamper(inspect: TestDatabase["inspect"], orgId: OrgId, sql: string): Promise<void> {
  await inspect(
    `begin; set local session_replication_role = replica; ${sql.replaceAll("$org", `'${orgId}'`)}; commit`,
  );
}
