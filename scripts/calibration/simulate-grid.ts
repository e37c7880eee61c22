import {
  type Coverage,
  drawMarket,
  pushFor,
  seededRandom,
  simulateChange,
  simulateCoverage,
} from "@/server/metrics";

export const SEED = 20260105;
/** How alike the answers to one prompt are (docs/recorded-answers.md). */
export const RHO = 0.385;
export const GRID = {
  rate: [0.05, 0.1, 0.3, 0.5],
  k: [10, 25, 50, 100, 200],
  m: [1, 3, 7, 14, 28],
  dayShock: [0, 0.3, 0.6],
} as const;
/** The change whose finding is the power, in shares. */
export const EFFECT = 0.1;
/** False alarms above this are drawn again, with another seed and more often, so that chance alone breaks no promise. */
const LOOK_AGAIN = { above: 0.045, times: 5 };

/** One setting of the grid, with what was found in it. */
export interface CalibrationRow extends Coverage {
  readonly rate: number;
  readonly k: number;
  readonly m: number;
  readonly dayShock: number;
  /** Shares of pairs of windows without a change; null when m = 1. */
  readonly falseAlarms: Calls | null;
  /** Draws behind the false alarms. */
  readonly alarmDraws: number;
  /** Shares of pairs of windows between which every prompt's odds rose, V by `EFFECT`; null when m = 1. */
  readonly power: Calls | null;
}

interface Calls {
  readonly shipped: number;
  readonly disjoint: number;
}

/** Simulates every setting of the grid: m answers a prompt, on as many days as a week has for them. */
export function simulateGrid(draws: number): CalibrationRow[] {
  return GRID.rate.flatMap((rate) => {
    const market = drawMarket({ rate, rho: RHO }, seededRandom(SEED + 1));
    return GRID.dayShock.flatMap((dayShock) => {
      const push = pushFor(market, EFFECT, dayShock);
      return GRID.k.flatMap((k) =>
        GRID.m.map((m): CalibrationRow => {
          const setting = { rate, rho: RHO, k, m, days: Math.min(m, 7), dayShock, draws, seed: SEED };
          const alarms = (more: { draws: number; seed: number }) =>
            simulateChange({ ...setting, push: 0, ...more }, market);
          const repeated = m > 1;
          const first = repeated ? alarms(setting) : null;
          const isClose = first !== null && first.shipped > LOOK_AGAIN.above;
          const again = isClose ? alarms({ draws: draws * LOOK_AGAIN.times, seed: SEED + 2 }) : first;
          return {
            rate,
            k,
            m,
            dayShock,
            ...simulateCoverage(setting, market),
            falseAlarms: again,
            alarmDraws: isClose ? draws * LOOK_AGAIN.times : draws,
            power: repeated ? simulateChange({ ...setting, push }, market) : null,
          };
        }),
      );
    });
  });
}
