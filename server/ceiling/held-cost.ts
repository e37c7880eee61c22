/** What an ask's latest call holds, as the ask's row says it: null where the call isn't counted. */
export interface HeldCost {
  readonly engineId: string;
  /** Micros, a bigint of the driver: text. */
  readonly heldMicros: string | null;
  /** The UTC day of the call, YYYY-MM-DD, which a correction goes to. */
  readonly heldOn: string | null;
}
