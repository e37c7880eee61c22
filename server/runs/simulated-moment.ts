/** Our clock and the database's, which writes `requestedAt`, may be so far apart. */
const CLOCKS_APART_MS = 60_000;

/** The moment that a sandbox run was told to stand for; null for a run that stands for when it was requested. */
export function simulatedMoment(run: {
  readonly sandbox: boolean;
  readonly observedAt: Date;
  readonly requestedAt: Date;
}): Date | null {
  const apart = Math.abs(run.observedAt.getTime() - run.requestedAt.getTime());
  return run.sandbox && apart > CLOCKS_APART_MS ? run.observedAt : null;
}
