import { EngineError, getEngine } from "@/server/engines";
import { patience } from "./patience";
import { retryWait } from "./retry-wait";

/** The time of an ask: from when its first try's turn came, through its tries and the waits between them. */
export interface AskTime {
  /** Says that the turn of a try has come. Throws `resting`, before anything is sent, when the try has no time left. */
  takeTurn(): void;
  /** How long the ask has been tried for, in ms; 0 before its first turn. */
  spentMs(): number;
  /** How long to wait before the next try, in ms; null when that try could not end within the budget. */
  waitFor(failure: EngineError, random?: () => number): number | null;
  /** How long one try may take, in ms. */
  readonly tryMs: number;
}

/**
 * Takes the time of an ask that was claimed just now. `triedMs`: how long it has been tried for already, null before its
 * first try. Waiting for a first turn is no part of it: a long run is not to fail because it is long. `now` is in ms.
 */
export function timeOfAsk(
  engineId: string,
  triedMs: number | null,
  now: () => number = () => performance.now(),
): AskTime {
  const { label, limits } = getEngine(engineId);
  const tryMs = patience.attemptMs ?? limits.timeoutMs;
  let since = triedMs === null ? null : now() - triedMs;
  const spentMs = () => (since === null ? 0 : now() - since);
  const fits = (waitMs: number) => spentMs() + waitMs + tryMs <= limits.budgetMs;
  return {
    tryMs,
    spentMs,
    takeTurn() {
      if (since !== null && !fits(0)) throw tooLate(label);
      since ??= now();
    },
    waitFor(failure, random) {
      const waitMs = retryWait({ spentMs: spentMs(), askedMs: failure.retryAfterMs }, random);
      return fits(waitMs) ? waitMs : null;
    },
  };
}

/** Why an ask ended whose next try would have been too late: the last failure, and that its time is over. */
export function budgetWords(engineId: string, failure: string): string {
  const minutes = Math.round(getEngine(engineId).limits.budgetMs / 60_000);
  return `${failure}, and the ${minutes} minutes that an ask may take are over`;
}

function tooLate(label: string): EngineError {
  const message = `${label} could not be asked again in time`;
  return new EngineError({ kind: "resting", retryable: true, mayHaveBeenPaid: false, message });
}
