import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { holdAuditLog } from "./audit-lock";
import { LOWEST_ID, rowsHash, sealHash } from "./sealed-form";

/** Rows of one seal: small, because a break is found by its seal. */
const BATCH = 200;
/** Seals of one call. What is left then is sealed by the next one. */
const MOST_SEALS = 500;

export interface Sealed {
  readonly seals: number;
  readonly rows: number;
}

/**
 * Seals the org's audit rows that no seal covers yet, batch by batch, each in a transaction of its own. For our own jobs
 * alone. `busy` when somebody's row is under way for longer than half a second: nothing is lost, the next call goes on.
 */
export async function sealAudit(): Promise<Result<Sealed>> {
  if ("role" in requireContext().actor) return err(forbidden("seal the audit log"));
  let [seals, rows] = [0, 0];
  while (seals < MOST_SEALS) {
    const sealed = await withTenant(async (tx) => {
      await holdAuditLog(tx);
      return ok(await sealBatch(tx));
    });
    if (!sealed.ok) return sealed;
    if (sealed.value === 0) break;
    seals += 1;
    rows += sealed.value;
  }
  return ok({ seals, rows });
}

/** A statement after the one that took the lock, whose snapshot may be older. Returns how many rows it sealed. */
async function sealBatch(tx: TenantTransaction): Promise<number> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ rows: number }>(sql`
    with last as (
      select seq, upto_id, hash from ops.audit_seal where org_id = ${orgId} order by seq desc limit 1
    ), a as (
      select * from ops.audit_log
      where org_id = ${orgId} and id > coalesce((select upto_id from last), ${LOWEST_ID}::bigint) order by id limit ${BATCH}
    ), s as (
      select ${orgId}::uuid as org_id, coalesce((select seq from last), 0) + 1 as seq, min(a.id) as from_id,
        max(a.id) as upto_id, count(*)::int as rows, ${rowsHash} as rows_hash,
        coalesce((select hash from last), '') as prev_hash, now() as created_at
      from a having count(*) > 0
    )
    insert into ops.audit_seal (org_id, seq, from_id, upto_id, rows, rows_hash, prev_hash, created_at, hash)
    select s.*, ${sealHash} from s returning rows`);
  return rows[0]?.rows ?? 0;
}
