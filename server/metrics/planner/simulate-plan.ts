import { longRunRate, pushFor } from "../simulation/draw-window";
import { simulateChange } from "../simulation/simulate-change";
import { simulateCoverage } from "../simulation/simulate-coverage";
import { DETECTABLE_POWER } from "../statistics/detectable-effect";

/** What a week of such a plan says, all in shares. */
export interface PlanPrecision {
  /** Half of the market interval, as one mostly sees it. */
  readonly market: number;
  /** Half of the panel interval; null with one answer a prompt. */
  readonly panel: number | null;
  /** The rise that the shipped test finds four times in five; null where it finds none so often. */
  readonly detectable: number | null;
  /** The same where days differ: every day moves all prompts by a normal number of log-odds. */
  readonly detectableOnRestlessDays: number | null;
}

/** A plan for one engine: K prompts, each asked m times a week on as many days as there are for them. */
export interface WeekPlan {
  readonly prompts: number;
  readonly answers: number;
  /** V, the rate that is expected. */
  readonly rate: number;
}

/** How alike the answers to one prompt are, as everywhere in the method's own simulations. */
export const PLANNER_RHO = 0.385;
/** Standard deviation of a restless day's shock, in log-odds. */
export const RESTLESS_DAYS = 0.3;
/** In log-odds: how fine a rise is looked for (at V = 50 % about 0.1 points), and what makes nearly every answer a hit. */
const FINENESS = 0.004;
const STRONGEST_PUSH = 8;

interface Simulated extends WeekPlan {
  readonly draws: number;
  /** Integer in [0, 2³²). */
  readonly seed: number;
}

/**
 * What a plan's week says, by simulating what is shipped: both intervals, and the change test on pairs of weeks. No closed
 * formula stands behind it: those promise 80 % power where the test has 59 to 65 %.
 * @param market the odds of a made-up market of that rate (`drawMarket`)
 */
export function simulatePlan(plan: Simulated, market: Float64Array): PlanPrecision {
  const setting = settingOf(plan, 0);
  const { marketHalfWidth, panelHalfWidth } = simulateCoverage(setting, market);
  const repeated = plan.answers > 1;
  return {
    market: marketHalfWidth,
    panel: panelHalfWidth,
    detectable: repeated ? detectableRise(plan, market, 0) : null,
    detectableOnRestlessDays: repeated ? detectableRise(plan, market, RESTLESS_DAYS) : null,
  };
}

/** The power of the shipped test for a rise of `effect` from that rate. */
export function simulatePower(
  plan: Simulated,
  market: Float64Array,
  effect: number,
  dayShock: number,
): number {
  const push = pushFor(market, effect, dayShock);
  return Number.isNaN(push) ? 0 : powerOf(plan, market, push, dayShock);
}

/** The same draws serve every push, so power grows with it and halving finds where it passes 80 %. */
function detectableRise(plan: Simulated, market: Float64Array, dayShock: number): number | null {
  let [low, high] = [0, STRONGEST_PUSH];
  if (powerOf(plan, market, high, dayShock) < DETECTABLE_POWER) return null;
  while (high - low > FINENESS) {
    const middle = (low + high) / 2;
    if (powerOf(plan, market, middle, dayShock) < DETECTABLE_POWER) low = middle;
    else high = middle;
  }
  return longRunRate(market, dayShock, (low + high) / 2) - longRunRate(market, dayShock);
}

function powerOf(plan: Simulated, market: Float64Array, push: number, dayShock: number): number {
  return simulateChange({ ...settingOf(plan, dayShock), push }, market).shipped;
}

function settingOf({ prompts, answers, rate, draws, seed }: Simulated, dayShock: number) {
  return {
    k: prompts,
    m: answers,
    days: Math.min(answers, 7),
    rate,
    rho: PLANNER_RHO,
    dayShock,
    draws,
    seed,
  };
}
