/**
 * Credits are whole numbers: one credit is the smallest thing that can be bought, and nothing here divides one. Postgres
 * holds them as bigint; in code they are numbers that never leave the safe range (2^53 - 1).
 */
export function isCreditAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount > 0;
}

/** A bigint of the driver (it comes as text) as a number. Throws beyond the safe range: a rounded balance is worse than none. */
export function creditsFromRow(value: string | number): number {
  const credits = Number(value);
  if (!Number.isSafeInteger(credits)) throw new Error(`not a whole number of credits: ${value}`);
  return credits;
}
