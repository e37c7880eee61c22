import { dayVariance } from "../statistics/day-variance";
import { marketInterval } from "../statistics/market-interval";
import { panelInterval } from "../statistics/panel-interval";
import { summarise } from "../statistics/prompt-count";
import { normalQuantile, TWO_SIDED } from "../statistics/quantiles";
import { type Random, seededRandom } from "../statistics/seeded-random";
import { wilson } from "../statistics/wilson";
import { drawBeta, drawNormal } from "./beta-sampler";

/** A made-up market and a panel drawn from it. */
export interface CoverageSetting {
  /** True market rate, in (0, 1). */
  readonly rate: number;
  /** Intra-prompt correlation of answers, in (0, 1): prompts' rates are Beta with 1/rho − 1 = a + b. */
  readonly rho: number;
  /** Prompts. */
  readonly k: number;
  /** Answers a prompt. */
  readonly m: number;
  /** One answer a day, as in production; or all at once, where no variance between days can be seen. */
  readonly schedule: "daily" | "at once";
  /** Standard deviation, in log-odds, of a shock that all prompts of a day share; 0 for none. */
  readonly dayShock: number;
  readonly draws: number;
  /** Integer in [0, 2³²). */
  readonly seed: number;
}

/** How often the 95 % intervals held what they claim to hold, as shares of the draws. */
export interface Coverage {
  /** The true market rate inside the market interval. */
  readonly market: number;
  /** The mean of the drawn prompts' true rates inside the panel interval; null when m = 1. */
  readonly panel: number | null;
  /** The true market rate inside a Wilson interval over pooled answers: the control, what is commonly shown. */
  readonly pooled: number;
  /** Mean half-widths. */
  readonly marketHalfWidth: number;
  readonly panelHalfWidth: number | null;
}

/** Draws panels from a beta-binomial market and counts how often the shipped intervals hold. Deterministic by seed. */
export function simulateCoverage(setting: CoverageSetting): Coverage {
  const { rate, k, m, draws } = setting;
  const random = seededRandom(setting.seed);
  const z = normalQuantile(TWO_SIDED);
  const totals = { market: 0, panel: 0, pooled: 0, marketWidth: 0, panelWidth: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const { trials, panelRate } = drawPanel(setting, random);
    const prompts = trials.map((row) => ({ hits: row.filter((trial) => trial.hit).length, n: m }));
    const market = marketInterval(prompts);
    const panel = panelInterval(prompts, setting.schedule === "daily" ? dayVariance(trials) : null);
    const pooled = wilson(summarise(prompts).rate, k * m, z);
    totals.market += holds(market, rate);
    totals.panel += holds(panel, panelRate);
    totals.pooled += holds(pooled, rate);
    totals.marketWidth += width(market);
    totals.panelWidth += width(panel);
  }
  return {
    market: totals.market / draws,
    panel: m > 1 ? totals.panel / draws : null,
    pooled: totals.pooled / draws,
    marketHalfWidth: totals.marketWidth / draws / 2,
    panelHalfWidth: m > 1 ? totals.panelWidth / draws / 2 : null,
  };
}

function drawPanel({ rate, rho, k, m, dayShock }: CoverageSetting, random: Random) {
  const total = 1 / rho - 1;
  const days = Array.from({ length: m }, (_, index) => ({
    day: String(index),
    shift: dayShock > 0 ? dayShock * drawNormal(random) : 0,
  }));
  let rates = 0;
  const trials = Array.from({ length: k }, () => {
    const own = drawBeta(rate * total, (1 - rate) * total, random);
    rates += own;
    return days.map(({ day, shift }) => ({ day, hit: random() < shifted(own, shift) }));
  });
  return { trials, panelRate: rates / k };
}

/** The rate moved by `shift` in log-odds. */
function shifted(rate: number, shift: number): number {
  if (shift === 0) return rate;
  const odds = (rate / (1 - rate)) * Math.exp(shift);
  return Number.isFinite(odds) ? odds / (1 + odds) : 1;
}

function holds(interval: { low: number; high: number } | null, rate: number): number {
  return interval !== null && interval.low <= rate && rate <= interval.high ? 1 : 0;
}

function width(interval: { low: number; high: number } | null): number {
  return interval === null ? 0 : interval.high - interval.low;
}
