import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { type AuditBreak, breakOf, type SealHead, type SealView } from "./audit-break";
import { LOWEST_ID, rowsHash, sealHash } from "./sealed-form";

export interface AuditVerdict {
  /** In the order of the seals, one a seal at most; empty when every sealed row is as it was written. */
  readonly breaks: readonly AuditBreak[];
  readonly seals: number;
  /** Rows that seals cover, and rows written since the last one, of which nothing can be said yet. */
  readonly sealedRows: number;
  readonly unsealedRows: number;
  /** The last seal: kept elsewhere, it is an anchor for a later check. Null without seals. */
  readonly head: SealHead | null;
}

const PAGE = 500;

/**
 * Computes every seal of the org's audit log again and says what doesn't fit: rows changed, missing or added, seals
 * changed, missing or put in the place of others. `anchor`: a head that was kept elsewhere and has to be found again.
 */
export async function verifyAudit(anchor?: SealHead): Promise<Result<AuditVerdict>> {
  if (!mayActAs("admin")) return err(forbidden("check the audit log"));
  return withTenant(async (tx) => {
    const breaks: AuditBreak[] = [];
    let [seals, sealedRows, anchored] = [0, 0, anchor === undefined];
    let last: SealView | undefined;
    for (let page = await readSeals(tx, last); page.length > 0; page = await readSeals(tx, last)) {
      for (const seal of page) {
        const found = breakOf(seal, last);
        if (found) breaks.push(found);
        seals += 1;
        sealedRows += seal.rowsNow;
        anchored ||= seal.seq === anchor?.seq && seal.hash === anchor.hash;
        last = seal;
      }
    }
    if (anchor && !anchored) breaks.push({ seq: anchor.seq, what: "anchor_lost", rows: null });
    const unsealedRows = await countAfter(tx, last?.uptoId ?? LOWEST_ID);
    const head = last ? { seq: last.seq, hash: last.hash } : null;
    return ok({ breaks, seals, sealedRows, unsealedRows, head });
  });
}

/** The next seals after `last`, each beside what it would say today: of the rows since the seal before, and of itself. */
async function readSeals(tx: TenantTransaction, last: SealView | undefined): Promise<SealView[]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<SealView & Record<string, unknown>>(sql`
    with s as (
      select *, lag(upto_id, 1, ${last?.uptoId ?? LOWEST_ID}::bigint) over (order by seq) as after_id
      from ops.audit_seal where org_id = ${orgId} and seq > ${last?.seq ?? 0} order by seq limit ${PAGE}
    )
    select s.seq, s.from_id::text as "fromId", s.upto_id::text as "uptoId", s.rows, s.rows_hash as "rowsHash",
      s.prev_hash as "prevHash", s.hash, ${sealHash} as "hashNow", now.rows as "rowsNow", now.hash as "rowsHashNow"
    from s cross join lateral (
      select count(*)::int as rows, ${rowsHash} as hash from ops.audit_log a
      where a.org_id = ${orgId} and a.id > s.after_id and a.id <= s.upto_id
    ) now
    order by s.seq`);
  return rows;
}

async function countAfter(tx: TenantTransaction, id: string): Promise<number> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from ops.audit_log where org_id = ${orgId} and id > ${id}::bigint`,
  );
  return rows[0]?.n ?? 0;
}
