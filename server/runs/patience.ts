interface Patience {
  /** How long a claim stands without a renewal: after a crash, nobody touches the ask for so long. */
  readonly leaseSeconds: number;
  /** How long a run stands still before the janitor takes it for stuck, and looks at it again. */
  readonly quietSeconds: number;
  /** How long an engine may take for one attempt instead of its own time. */
  readonly attemptMs?: number;
}

/** How long a run waits for somebody who may have died, or for an engine. */
export const patience: Patience = { leaseSeconds: 15, quietSeconds: 60 };

/** For tests, which can't wait a minute for each death or silence. Production has no way to call it. */
export function haveLessPatience(less: Partial<Patience>): void {
  Object.assign(patience, less);
}
