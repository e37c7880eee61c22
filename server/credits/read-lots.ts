import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { creditsFromRow } from "./credit-amount";

/** A lot and what is left in it. `remainder` is the sum of its entries, in credits. */
export interface LotBalance {
  readonly lotId: string;
  readonly source: "grant" | "topup" | "adjust";
  readonly expiresAt: Date | null;
  /** By the database's clock, when it was read. */
  readonly expired: boolean;
  readonly remainder: number;
  /** The last entry that the remainder holds, or a later one of another lot. */
  readonly uptoId: number;
  /** How many entries were summed, because they are younger than the lot's checkpoint. */
  readonly tail: number;
}

/**
 * Every lot of the org, earliest expiry first and those that never expire last: the order in which they are spent. Each
 * starts from its own latest checkpoint, so that deleting any checkpoint row changes no balance. One statement: call it
 * after lockWallet where something is decided by it.
 */
export async function readLots(tx: TenantTransaction): Promise<LotBalance[]> {
  const { rows } = await tx.execute<LotRow>(sql`
    with base as materialized (
      select l.id, l.source, l.expires_at, l.created_at,
        coalesce(c.upto_id, 0) as upto_id, coalesce(c.balance, 0) as balance
      from credits.lot l left join lateral (
        select upto_id, balance from credits.checkpoint where lot_id = l.id order by upto_id desc limit 1
      ) c on true
    ), tail as (
      select e.lot_id, sum(e.amount) as amount, count(*) as entries, max(e.id) as upto_id
      from credits.entry e join base b on b.id = e.lot_id and e.id > b.upto_id
      where e.id > (select min(upto_id) from base) group by e.lot_id
    )
    select b.id as lot_id, b.source, b.expires_at, coalesce(b.expires_at <= clock_timestamp(), false) as expired,
      b.balance + coalesce(t.amount, 0) as remainder, greatest(b.upto_id, t.upto_id) as upto_id,
      coalesce(t.entries, 0) as tail
    from base b left join tail t on t.lot_id = b.id
    order by b.expires_at nulls last, b.created_at, b.id`);
  return rows.map((row) => ({
    lotId: row.lot_id,
    source: row.source,
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    expired: row.expired,
    remainder: creditsFromRow(row.remainder),
    uptoId: Number(row.upto_id),
    tail: Number(row.tail),
  }));
}

type LotRow = {
  lot_id: string;
  source: LotBalance["source"];
  expires_at: string | null;
  expired: boolean;
  remainder: string;
  upto_id: string;
  tail: string;
};
