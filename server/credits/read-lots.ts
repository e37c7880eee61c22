import type { TenantTransaction } from "@/db/tenant";
import { creditsFromRow } from "./credit-amount";
import { statement } from "./statement";

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

type LotRow = {
  lot_id: string;
  source: LotBalance["source"];
  expires_at: string | null;
  expired: boolean;
  remainder: string;
  upto_id: string;
  tail: string;
};

// Row-level security shows one org. The subquery for each lot walks the ledger's tail by primary key.
const selectLots = statement<LotRow>(
  "select_lots",
  `select l.id as lot_id, l.source, l.expires_at, coalesce(l.expires_at <= clock_timestamp(), false) as expired,
     coalesce(c.balance, 0) + coalesce(t.amount, 0) as remainder,
     greatest(c.upto_id, t.upto_id, 0) as upto_id, t.entries as tail
   from credits.lot l
   left join lateral (
     select upto_id, balance from credits.checkpoint where lot_id = l.id order by upto_id desc limit 1
   ) c on true
   left join lateral (
     select sum(amount) as amount, count(*) as entries, max(id) as upto_id
     from credits.entry where lot_id = l.id and id > coalesce(c.upto_id, 0)
   ) t on true
   order by l.expires_at nulls last, l.created_at, l.id`,
);

/**
 * Every lot of the org, earliest expiry first and those that never expire last: the order in which they are spent. Each
 * starts from its own latest checkpoint, so that deleting any checkpoint row changes no balance. One statement: call it
 * after lockWallet where something is decided by it.
 */
export async function readLots(tx: TenantTransaction): Promise<LotBalance[]> {
  const { rows } = await selectLots(tx, []);
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
