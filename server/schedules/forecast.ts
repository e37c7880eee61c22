/** Credits with their end, in the order in which they are spent (earliest end first). */
export interface ForecastLot {
  /** Whole credits; below zero when it owes some. */
  readonly remainder: number;
  readonly expiresAt: Date | null;
}

/** A run that is planned, and the credits it will reserve. */
export interface PlannedRun {
  readonly at: Date;
  readonly credits: number;
}

/**
 * The moment of the first run that the lots can't pay, spending them in their order and losing what is left in each at
 * its end; null when all are paid. `runs` in order of time. Counts each run at its full price, which is what it reserves: what failed
 * asks give back makes the credits last longer.
 */
export function runsDryAt(lots: readonly ForecastLot[], runs: Iterable<PlannedRun>): Date | null {
  const left = lots.map(({ remainder, expiresAt }) => ({ remainder, expiresAt }));
  for (const { at, credits } of runs) {
    const alive = left.filter(
      ({ remainder, expiresAt }) => remainder < 0 || expiresAt === null || expiresAt > at,
    );
    if (alive.reduce((sum, { remainder }) => sum + remainder, 0) < credits) return at;
    let due = credits;
    for (const lot of alive) {
      const paid = Math.min(due, Math.max(0, lot.remainder));
      lot.remainder -= paid;
      due -= paid;
    }
  }
  return null;
}
