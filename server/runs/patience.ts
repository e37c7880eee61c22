interface Patience {
  /** How long a claim stands without a renewal: after a crash, nobody touches the ask for so long. */
  readonly leaseSeconds: number;
  /** How long a run stands still before the janitor takes it for stuck, and looks at it again. */
  readonly quietSeconds: number;
}

/** How long a run waits for somebody who may have died. */
export const patience: Patience = { leaseSeconds: 15, quietSeconds: 60 };
