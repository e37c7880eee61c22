/**
 * A kind of work that one of many workers does at a time, as data. All texts are constants of the program, in which `w` is
 * the work's row. Its table is a tenant's, with `id`, `state`, `lease_token` (uuid), `lease_until` and a count of attempts.
 */
export interface ClaimKind {
  /** Names the prepared statements. */
  readonly name: string;
  readonly table: string;
  /** The column that counts the attempts. */
  readonly attempts: string;
  /** The column that the janitor looks through: a run, an endpoint, the org itself. */
  readonly group: string;
  /** The states before and during a claim. Any other is an end. */
  readonly waiting: string;
  readonly claimed: string;
  /** How long a claim stands without a renewal; read at each claim. */
  readonly leaseSeconds: number;
  readonly maxAttempts: number;
  /** How work ends whose last attempt was lost. `set`: further columns. */
  readonly lostForGood: { readonly state: string; readonly set?: string };
  /** What `claim` returns with the work. */
  readonly returning: string;
  /** Other tables that a claim reads, and what must hold there. */
  readonly from?: string;
  readonly where?: string;
  /** True when the result of the claim is kept already: such work is never claimed again, it only has to be completed. */
  readonly resultKept?: string;
}

/** The names of the parameters of a completion: it may be the tail of a larger statement. */
export interface CompletionParams {
  readonly org: string;
  readonly id: string;
  /** Null stands for work that nobody holds. */
  readonly token: string;
  readonly state: string;
}

const LEASE = "clock_timestamp() + make_interval(secs => $4)";

export function claimSql(kind: ClaimKind): string {
  const { table, attempts, waiting, claimed, from, where, returning } = kind;
  return `update ${table} w
    set state = '${claimed}', ${attempts} = w.${attempts} + 1, lease_token = $3, lease_until = ${LEASE}
    ${from === undefined ? "" : `from ${from}`}
    where w.org_id = $1 and w.id = $2 and w.${attempts} < $5 and (w.state = '${waiting}' or (${lost(kind)}))
      ${where === undefined ? "" : `and ${where}`}
    returning ${returning}`;
}

export function renewSql({ table, claimed }: ClaimKind): string {
  return `update ${table} w set lease_until = ${LEASE}
    where w.org_id = $1 and w.id = $2 and w.state = '${claimed}' and w.lease_token = $3 returning w.id`;
}

/** Ends work that is open under this token. `set` and `returning` are further columns. */
export function completeSql(
  { table, waiting, claimed }: ClaimKind,
  { org, id, token, state }: CompletionParams,
  { set, returning }: { set?: string; returning: string } = { returning: "w.id" },
): string {
  return `update ${table} w set state = ${state}, lease_token = null, lease_until = null${set === undefined ? "" : `, ${set}`}
    where w.org_id = ${org} and w.id = ${id} and w.state in ('${waiting}', '${claimed}')
      and w.lease_token is not distinct from ${token}
    returning ${returning}`;
}

export function giveBackSql({ table, attempts, waiting, claimed }: ClaimKind): string {
  return `update ${table} w
    set state = '${waiting}', ${attempts} = w.${attempts} - $4::int, lease_token = null, lease_until = null
    where w.org_id = $1 and w.id = $2 and w.state = '${claimed}' and w.lease_token = $3 returning w.id`;
}

export function giveUpSql(kind: ClaimKind): string {
  const { state, set } = kind.lostForGood;
  return `update ${kind.table} w
    set state = '${state}', lease_token = null, lease_until = null${set === undefined ? "" : `, ${set}`}
    where w.org_id = $1 and w.id = $2 and ${lost(kind)} and w.${kind.attempts} >= $3 returning w.id`;
}

export function expiredSql({ table, group, claimed }: ClaimKind): string {
  return `select w.id from ${table} w
    where w.org_id = $1 and w.${group} = $2 and w.state = '${claimed}' and w.lease_until < clock_timestamp()
    order by w.id limit $3`;
}

/** Whoever held the claim died with it: its lease ran out, and no result of it is kept. */
function lost({ claimed, resultKept }: ClaimKind): string {
  const kept = resultKept === undefined ? "" : ` and not ${resultKept}`;
  return `w.state = '${claimed}' and w.lease_until < clock_timestamp()${kept}`;
}
