import type { PoolHolding } from "@/db/schema";
import type { CallLimits } from "./limits-of";

/** What the calls of an engine under one key share. Moments are milliseconds of the database's clock. */
export interface Pool {
  readonly holdings: Readonly<Record<string, PoolHolding>>;
  readonly permits: number;
  readonly filledAt: number;
}

/** What a process tells and wants, each time it looks. */
export interface ShareRequest {
  readonly holder: string;
  readonly inFlight: number;
  readonly waiting: number;
  /** At least both together. */
  readonly wanted: number;
  /** Permits that it was given and didn't use: it gives them back. */
  readonly unused: number;
}

export interface Granted {
  /** Calls that it may have in flight, for HOLD_MS. */
  readonly share: number;
  /** Calls that it may begin, for PERMIT_MS. */
  readonly permits: number;
}

/** How long a share stands without being looked after: whoever dies with it keeps it from the others for so long. */
export const HOLD_MS = 8_000;
/** How long a permit may lie with a process. */
export const PERMIT_MS = 5_000;

const BURST_MS = 5_000;
/** Of any minute's calls, the first may have been permitted PERMIT_MS earlier, and the bucket may have been full then. */
const FILL_MS = 60_000 + PERMIT_MS + BURST_MS;

/**
 * What a process gets of a pool, and the pool after that. Shares are as equal as the wants allow, and what others hold is
 * never given twice: who comes to a full pool waits until the others have looked, and given up what is above their share.
 * Permits come out of a bucket that fills with time, so that no minute sees more than its number.
 */
export function shareOut(
  pool: Pool,
  { holder, inFlight, waiting, wanted, unused }: ShareRequest,
  limits: CallLimits,
  now: number,
): { readonly pool: Pool; readonly granted: Granted } {
  const { [holder]: _mine, ...rest } = pool.holdings;
  const others = Object.fromEntries(Object.entries(rest).filter(([, { until }]) => until > now));
  const fair = equalShare(limits.inFlight, { ...wantsOf(others), [holder]: wanted }, holder);
  const free = limits.inFlight - sum(Object.values(others).map(({ share }) => share));
  const share = Math.max(inFlight, Math.min(fair, free));
  const bucket = fill(pool, unused, limits.perMinute, now);
  const part = waiting / Math.max(1, wanted + sum(Object.values(wantsOf(others))));
  const permits =
    limits.perMinute === null ? 0 : Math.min(waiting, Math.floor(bucket), Math.ceil(bucket * part));
  const mine = wanted === 0 ? {} : { [holder]: { share, wanted, until: now + HOLD_MS } };
  return {
    pool: { holdings: { ...others, ...mine }, permits: bucket - permits, filledAt: now },
    granted: { share: wanted === 0 ? 0 : share, permits },
  };
}

function fill(pool: Pool, unused: number, perMinute: number | null, now: number): number {
  if (perMinute === null) return 0;
  const perMs = perMinute / FILL_MS;
  const full = Math.max(1, perMs * BURST_MS);
  return Math.min(full, pool.permits + unused + Math.max(0, now - pool.filledAt) * perMs);
}

/** As much of `limit` for everybody, up to what each wants; what is left over goes to the first by name, one each. */
function equalShare(limit: number, wants: Readonly<Record<string, number>>, of: string): number {
  const names = Object.keys(wants).sort();
  const shares = new Map(names.map((name) => [name, 0]));
  const stillWant = () => names.filter((name) => (shares.get(name) ?? 0) < (wants[name] ?? 0));
  for (let left = limit, open = stillWant(); left > 0 && open.length > 0; open = stillWant()) {
    const each = Math.max(1, Math.floor(left / open.length));
    for (const name of open) {
      const has = shares.get(name) ?? 0;
      const more = Math.min(each, left, (wants[name] ?? 0) - has);
      shares.set(name, has + more);
      left -= more;
    }
  }
  return shares.get(of) ?? 0;
}

function wantsOf(holdings: Readonly<Record<string, PoolHolding>>): Record<string, number> {
  return Object.fromEntries(Object.entries(holdings).map(([name, { wanted }]) => [name, wanted]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
