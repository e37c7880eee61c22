import { statement } from "@/db/statement";
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

type LotRow = {
  lot_id: string;
  source: LotBalance["source"];
  expires_at: string | null;
  expired: boolean;
  remainder: string;
  upto_id: string;
  tail: string;
};

const YOUNG_ENTRIES = 1_000;

// Index reads of the tail alone hang on two things. `id > c.upto_id` compares plain columns: what isn't leakproof (coalesce,
// for one) is no index condition beside a policy. And the limit: the planner expects a third of all entries to be young.
const selectLots = (name: string, limit: string) =>
  statement<LotRow>(
    name,
    `select l.id as lot_id, l.source, l.expires_at, coalesce(l.expires_at <= clock_timestamp(), false) as expired,
       c.balance + coalesce(t.amount, 0) as remainder, greatest(c.upto_id, t.upto_id) as upto_id, t.entries as tail
     from credits.lot l
     cross join lateral (
       (select upto_id, balance from credits.checkpoint where lot_id = l.id order by org_id desc, upto_id desc limit 1)
       union all select 0, 0 order by upto_id desc limit 1
     ) c
     cross join lateral (
       select sum(amount) as amount, count(*) as entries, max(id) as upto_id from (
         select amount, id from credits.entry where lot_id = l.id and id > c.upto_id order by org_id, id limit ${limit}
       ) young
     ) t
     order by l.expires_at nulls last, l.created_at, l.id`,
  );
const selectFromCheckpoints = selectLots("select_lots", String(YOUNG_ENTRIES));
const selectAllEntries = selectLots("select_lots_in_full", "all");

/**
 * Every lot of the org, earliest expiry first and those that never expire last: the order in which they are spent. Each
 * starts from its own latest checkpoint, so that deleting any checkpoint row changes no balance. Call it after
 * lockWallet where something is decided by it.
 */
export async function readLots(tx: TenantTransaction): Promise<LotBalance[]> {
  const young = await selectFromCheckpoints(tx, []);
  const cutOff = young.rows.some((row) => Number(row.tail) >= YOUNG_ENTRIES);
  const { rows } = cutOff ? await selectAllEntries(tx, []) : young;
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
