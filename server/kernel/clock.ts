/** Where "now" comes from. Handed in where a test or a simulation needs another time; the ledger always uses the database's. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
