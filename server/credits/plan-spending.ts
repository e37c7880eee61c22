import type { LotBalance } from "./read-lots";

/** An amount taken out of a lot, or given back to it. Credits, above zero. */
export interface LotShare {
  readonly lotId: string;
  readonly amount: number;
}

/**
 * What can be reserved now: credits of unexpired lots, less what any lot owes (a clawback of spent credits). What is left
 * in a lot past its expiry counts for nothing, swept or not. Below zero when the org owes more than it has.
 */
export function availableCredits(lots: readonly LotBalance[]): number {
  return lots.filter((lot) => !lot.expired || lot.remainder < 0).reduce((sum, lot) => sum + lot.remainder, 0);
}

/**
 * Which lots pay `amount`: in the order given (earliest expiry first), unexpired ones only, each as far as it goes.
 * Undefined when they don't hold that much together.
 */
export function planSpending(lots: readonly LotBalance[], amount: number): LotShare[] | undefined {
  if (availableCredits(lots) < amount) return undefined;
  return share(
    spendable(lots).map((lot) => ({ lotId: lot.lotId, amount: lot.remainder })),
    amount,
  );
}

/** Which lots `amount` goes back to. `reserved` is what each gave, last touched first: it is also the first to get back. */
export function planRelease(reserved: readonly LotShare[], amount: number): LotShare[] {
  return share(reserved, amount);
}

function spendable(lots: readonly LotBalance[]): LotBalance[] {
  return lots.filter((lot) => !lot.expired && lot.remainder > 0);
}

function share(from: readonly LotShare[], amount: number): LotShare[] {
  const shares: LotShare[] = [];
  let left = amount;
  for (const { lotId, amount: most } of from) {
    if (left === 0) break;
    const taken = Math.min(left, most);
    shares.push({ lotId, amount: taken });
    left -= taken;
  }
  return shares;
}
