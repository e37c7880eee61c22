import { seededRandom } from "@/server/engines/sandbox/seeded-random";
import type { CallLimits } from "../limits-of";
import { PERMIT_MS, type Pool, type shareOut } from "../share-out";

interface Played {
  readonly mostInFlight: number;
  /** Calls begun in the fullest minute. */
  readonly fullestMinute: number;
}

interface Process {
  readonly holder: string;
  inFlight: number;
  share: number;
  permits: number;
  lookedAt: number;
}

const SECONDS = 180;

/**
 * Processes that share a pool for three minutes of a clock of their own. Each looks about once a second, begins as many
 * calls as it may or fewer, and ends some; now and then one dies with its calls, and another comes.
 */
export function playProcesses(play: {
  readonly seed: number;
  readonly processes: number;
  readonly limits: CallLimits;
  readonly share: typeof shareOut;
}): Played {
  const random = seededRandom(play.seed, "processes");
  const upTo = (most: number) => random.below(Math.floor(most) + 1);
  let made = 0;
  const makeProcess = (): Process => {
    made += 1;
    return { holder: `p${made}`, inFlight: 0, share: 0, permits: 0, lookedAt: 0 };
  };
  const processes = Array.from({ length: play.processes }, makeProcess);
  const begun: number[] = [];
  let pool: Pool = { holdings: {}, permits: 0, filledAt: 0 };
  let [now, most] = [1_000_000, 0];
  for (let second = 0; second < SECONDS; second += 1) {
    for (const [place, process] of processes.entries()) {
      now += upTo(2_000 / play.processes);
      process.inFlight -= upTo(process.inFlight);
      const waiting = upTo(2 * play.limits.inFlight);
      const { holder, inFlight } = process;
      const unused = now - process.lookedAt < PERMIT_MS ? process.permits : 0;
      const request = { holder, inFlight, waiting, wanted: inFlight + waiting, unused };
      const looked = play.share(pool, request, play.limits, now);
      pool = looked.pool;
      Object.assign(process, { ...looked.granted, lookedAt: now });
      // Mostly at once, now and then a while later; all together look again before a share's time is over.
      now += upTo(random.chance(0.1) ? 3_000 / play.processes : 10);
      const room = Math.min(process.share - process.inFlight, process.permits, waiting);
      const begins = Math.max(0, random.chance(0.5) ? room : upTo(Math.max(0, room)));
      for (let call = 0; call < begins; call += 1) begun.push(now);
      process.inFlight += begins;
      process.permits -= begins;
      most = Math.max(
        most,
        processes.reduce((sum, each) => sum + each.inFlight, 0),
      );
      if (random.chance(0.01)) processes[place] = makeProcess();
    }
  }
  return { mostInFlight: most, fullestMinute: fullestMinuteOf(begun) };
}

function fullestMinuteOf(begun: readonly number[]): number {
  let [first, fullest] = [0, 0];
  for (const [last, moment] of begun.entries()) {
    while ((begun[first] ?? moment) <= moment - 60_000) first += 1;
    fullest = Math.max(fullest, last - first + 1);
  }
  return fullest;
}
