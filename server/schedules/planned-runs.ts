import { type Cadence, nextOccurrence } from "./cadence";
import type { PlannedRun } from "./forecast";

const DAYS_AHEAD = 365;

interface PricedCadence {
  readonly cadence: Cadence;
  readonly seed: string;
  readonly credits: number;
  /** YYYY-MM-DD; null when no day of it is over. */
  readonly doneThrough: string | null;
}

/** Every run that the cadences plan within a year after `now`, in order of time. */
export function plannedRuns(cadences: readonly PricedCadence[], now: Date): PlannedRun[] {
  const end = now.getTime() + DAYS_AHEAD * 86_400_000;
  const runs: PlannedRun[] = [];
  for (const { cadence, seed, credits, doneThrough } of cadences) {
    for (let after = now; ; ) {
      const { at } = nextOccurrence(cadence, { seed, after, doneThrough });
      if (at.getTime() > end) break;
      runs.push({ at, credits });
      after = at;
    }
  }
  return runs.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
