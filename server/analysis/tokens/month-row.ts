import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";

/** An org's tokens in one UTC month. */
export interface MonthOfTokens {
  /** Its first day, "YYYY-MM-01". */
  readonly month: string;
  /** What the plan gives. */
  readonly allowance: number;
  /** Settled. */
  readonly used: number;
  /** Of calls in flight. */
  readonly held: number;
  readonly calls: number;
}

interface Locked {
  readonly isolation: string;
  readonly month: string;
}

// The timeout stands before anything waits for the row: the guard is evaluated first. The update changes nothing, and locks.
const takeLock = statement<Locked>(
  "lock_token_month",
  `with guard as materialized (
     select current_setting('transaction_isolation') as isolation, set_config('lock_timeout', '2s', true) as timeout,
       date_trunc('month', clock_timestamp() at time zone 'utc')::date as now
   ), locked as (
     insert into insight.token_month as m (org_id, month) select $1::uuid, coalesce($2::date, now) from guard
     on conflict (org_id, month) do update set tokens = m.tokens returning m.month
   )
   select guard.isolation, locked.month::text as month from guard, locked`,
);

/**
 * Locks the org's row of a UTC month ("YYYY-MM-01"; null: of now) until the transaction ends, and says which it is. Whoever
 * holds or settles tokens calls it first and reads sums in a LATER statement: one statement's snapshot is older than the lock
 * that it waited for. Throws where the isolation level isn't READ COMMITTED; a lock that isn't had in 2 s becomes `busy`.
 */
export async function lockMonth(tx: TenantTransaction, month: string | null): Promise<string> {
  const { rows } = await takeLock(tx, [requireContext().orgId, month]);
  const [locked] = rows;
  if (!locked) throw new Error("a month's row was neither there nor made");
  if (locked.isolation !== "read committed")
    throw new Error(`tokens can't be held under ${locked.isolation}: the sum read next would be stale`);
  return locked.month;
}

type MonthRow = { readonly [Column in keyof MonthOfTokens]: string };

// Bigints come from the driver as text. An org without a subscription is on the free plan.
const readRow = statement<MonthRow>(
  "read_token_month",
  `select wanted.month::text as month, coalesce(m.tokens, 0)::text as used, coalesce(m.calls, 0)::text as calls,
     (select p.monthly_analysis_tokens::text from catalog.plan p
      where p.id = coalesce((select s.plan_id from billing.subscription s where s.org_id = $1::uuid), 'free')) as allowance,
     coalesce((select sum(h.tokens) from insight.token_hold h
               where h.org_id = $1::uuid and h.month = wanted.month and h.ends_at > clock_timestamp()), 0)::text as held
   from (select coalesce($2::date, date_trunc('month', clock_timestamp() at time zone 'utc')::date) as month) wanted
   left join insight.token_month m on m.org_id = $1::uuid and m.month = wanted.month`,
);

/** What the org has used and holds in a month; null: of now. */
export async function readMonth(tx: TenantTransaction, month: string | null): Promise<MonthOfTokens> {
  const { rows } = await readRow(tx, [requireContext().orgId, month]);
  const [row] = rows;
  if (!row) throw new Error("a statement about one month returned no row");
  return {
    month: row.month,
    allowance: Number(row.allowance),
    used: Number(row.used),
    held: Number(row.held),
    calls: Number(row.calls),
  };
}
