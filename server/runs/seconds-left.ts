/** How far back answers are counted: long enough to be steady, short enough to follow an engine that slows down. */
export const RATE_SECONDS = 60;

/** Fewer answers than this are no rate. */
const ENOUGH = 5;

/** Answers of one engine that were recorded in the last RATE_SECONDS, and how long ago the first of them was. */
export interface AnswerRate {
  readonly engineId: string;
  readonly answers: number;
  readonly seconds: number;
}

/**
 * When the slowest engine will be through with its open asks, in seconds, if it goes on as it did. Engines are asked side by
 * side, so the slowest counts. Null when nothing is open, or when an engine with open asks has answered too little to say.
 */
export function secondsLeft(open: ReadonlyMap<string, number>, rates: readonly AnswerRate[]): number | null {
  let slowest: number | null = null;
  for (const [engineId, asks] of open) {
    if (asks === 0) continue;
    const rate = rates.find((each) => each.engineId === engineId);
    if (!rate || rate.answers < ENOUGH || rate.seconds <= 0) return null;
    slowest = Math.max(slowest ?? 0, (asks * rate.seconds) / rate.answers);
  }
  return slowest === null ? null : Math.ceil(slowest);
}
