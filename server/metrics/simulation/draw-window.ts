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

/** How a panel is asked: every prompt once a day. */
export interface Asking {
  /** Answers a prompt, and days. */
  readonly m: number;
  /** Standard deviation, in log-odds, of a shock that all prompts of a day share; 0 for none. */
  readonly dayShock: number;
}

/** The odds of being named of `k` prompts drawn from the market. */
export function drawPrompts({ rate, rho }: Market, k: number, random: Random): Float64Array {
  const total = 1 / rho - 1;
  return Float64Array.from({ length: k }, () => {
    const own = drawBeta(rate * total, (1 - rate) * total, random);
    return own / (1 - own);
  });
}

/**
 * One window's answers to prompts with these odds, each moved by `push` in log-odds. Plain loops over numbers: this runs
 * a billion times for one calibration.
 */
export function drawWindow(
  odds: Float64Array,
  { m, dayShock }: Asking,
  random: Random,
  push = 0,
): WindowTally {
  const k = odds.length;
  const hits = new Int32Array(k);
  const named = new Float64Array(m);
  let all = 0;
  for (let day = 0; day < m; day++) {
    const factor = Math.exp(push + (dayShock > 0 ? dayShock * drawNormal(random) : 0));
    let today = 0;
    for (let prompt = 0; prompt < k; prompt++) {
      const uniform = random();
      if (uniform < (odds[prompt] ?? 0) * factor * (1 - uniform)) {
        hits[prompt] = (hits[prompt] ?? 0) + 1;
        today++;
      }
    }
    named[day] = today;
    all += today;
  }
  const rate = all / (k * m);
  return {
    prompts: Array.from(hits, (own) => ({ hits: own, n: m })),
    dayMeans: Array.from(named, (today) => today / k - rate),
  };
}

/** The mean rate of these prompts, moved by `push` in log-odds. */
export function meanRate(odds: Float64Array, push = 0): number {
  const factor = Math.exp(push);
  let sum = 0;
  for (const own of odds) sum += own === Number.POSITIVE_INFINITY ? 1 : (own * factor) / (1 + own * factor);
  return sum / odds.length;
}
