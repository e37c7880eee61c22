import type { WindowTally } from "../statistics/change-test";
import type { Random } from "../statistics/seeded-random";
import { drawBeta, drawNormal } from "./beta-sampler";

/** A made-up market. */
export interface Market {
  /** True market rate, in (0, 1). */
  readonly rate: number;
  /** Intra-prompt correlation of answers, in (0, 1): prompts' rates are Beta with 1/rho − 1 = a + b. */
  readonly rho: number;
}

/** How a panel is asked in one window: every prompt m/days times a day, what is left over on the first days. */
export interface Asking {
  /** Answers a prompt, at least one a day. */
  readonly m: number;
  readonly days: number;
  /** Standard deviation, in log-odds, of a shock that all prompts of a day share; 0 for none. */
  readonly dayShock: number;
}

/** Prompts of a made-up market; a panel of 200 is a small part of it. */
const MARKET_SIZE = 50_000;

/** The odds of being named, for every prompt of the market. `meanRate` of them is the market's rate, to be held. */
export function drawMarket({ rate, rho }: Market, random: Random): Float64Array {
  const total = 1 / rho - 1;
  return Float64Array.from({ length: MARKET_SIZE }, () => {
    const own = drawBeta(rate * total, (1 - rate) * total, random);
    return own / (1 - own);
  });
}

/** The odds of `k` prompts of the market. */
export function drawPanel(market: Float64Array, k: number, random: Random): Float64Array {
  return Float64Array.from({ length: k }, () => market[Math.floor(random() * market.length)] ?? 0);
}

/**
 * One window's answers to prompts with these odds, each moved by `push` in log-odds. Plain loops over numbers: this runs
 * a billion times for one calibration.
 */
export function drawWindow(
  odds: Float64Array,
  { m, days, dayShock }: Asking,
  random: Random,
  push = 0,
): WindowTally {
  const k = odds.length;
  const hits = new Int32Array(k);
  const named = new Float64Array(days);
  let all = 0;
  for (let day = 0; day < days; day++) {
    const factor = Math.exp(push + (dayShock > 0 ? dayShock * drawNormal(random) : 0));
    let today = 0;
    for (let round = 0; round < roundsOf(day, { m, days }); round++) {
      for (let prompt = 0; prompt < k; prompt++) {
        const uniform = random();
        if (uniform < (odds[prompt] ?? 0) * factor * (1 - uniform)) {
          hits[prompt] = (hits[prompt] ?? 0) + 1;
          today++;
        }
      }
    }
    named[day] = today;
    all += today;
  }
  const rate = all / (k * m);
  return {
    prompts: Array.from(hits, (own) => ({ hits: own, n: m })),
    dayMeans: Array.from(named, (today, day) => {
      const n = k * roundsOf(day, { m, days });
      return { mean: today / n - rate, n };
    }),
  };
}

/** How often each prompt is asked on a day. */
export function roundsOf(day: number, { m, days }: Pick<Asking, "m" | "days">): number {
  return Math.floor(m / days) + (day < m % days ? 1 : 0);
}

/** The mean rate of these prompts, moved by `push` in log-odds. */
export function meanRate(odds: Float64Array, push = 0): number {
  const factor = Math.exp(push);
  let sum = 0;
  for (const own of odds) sum += own === Number.POSITIVE_INFINITY ? 1 : (own * factor) / (1 + own * factor);
  return sum / odds.length;
}

/** Log-odds beyond which a push is certainty. */
const PUSH_REACH = 30;

/** Nodes and weights of the Gauss–Hermite rule of five points for a standard normal. Source: Abramowitz & Stegun 1964, 25.10. */
const NORMAL_RULE = [
  [-2.856970013872806, 0.011257411327721],
  [-1.355626179974266, 0.222075922005613],
  [0, 0.533333333333333],
  [1.355626179974266, 0.222075922005613],
  [2.856970013872806, 0.011257411327721],
] as const;

/** The mean rate of these prompts over many days, each with its shock; it isn't quite that of a day without one. */
export function longRunRate(odds: Float64Array, dayShock: number, push = 0): number {
  if (dayShock === 0) return meanRate(odds, push);
  return NORMAL_RULE.reduce(
    (sum, [node, weight]) => sum + weight * meanRate(odds, push + dayShock * node),
    0,
  );
}

/** The push in log-odds that moves the mean rate of these prompts by `effect` (a share); NaN where nothing does. */
export function pushFor(odds: Float64Array, effect: number, dayShock = 0): number {
  const aim = longRunRate(odds, dayShock) + effect;
  if (aim <= 0 || aim >= 1) return Number.NaN;
  let [low, high] = [-PUSH_REACH, PUSH_REACH];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (longRunRate(odds, dayShock, middle) < aim) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
