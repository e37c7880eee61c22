import { dayVariance } from "../statistics/day-variance";
import { marketInterval } from "../statistics/market-interval";
import { panelInterval } from "../statistics/panel-interval";
import { percentile } from "../statistics/percentile";
import { summarise } from "../statistics/prompt-count";
import { normalQuantile, TWO_SIDED } from "../statistics/quantiles";
import { seededRandom } from "../statistics/seeded-random";
import { wilson } from "../statistics/wilson";
import { type Asking, drawMarket, drawPanel, drawWindow, longRunRate, type Market } from "./draw-window";

/** A panel drawn from a made-up market, and how it is asked. */
export interface CoverageSetting extends Market, Asking {
  /** Prompts. */
  readonly k: number;
  readonly draws: number;
  /** Integer in [0, 2³²). */
  readonly seed: number;
}

/** How often the 95 % intervals held what they claim to hold, as shares of the draws. */
export interface Coverage {
  /** The market's rate inside the market interval. */
  readonly market: number;
  /** The mean of the drawn prompts' rates inside the panel interval; null when m = 1. */
  readonly panel: number | null;
  /** The same with the variance between days left out: the control. */
  readonly panelWithoutDays: number | null;
  /** The market's rate inside a Wilson interval over pooled answers: the control, what is commonly shown. */
  readonly pooled: number;
  /** Half-widths as one mostly sees them: medians. */
  readonly marketHalfWidth: number;
  readonly panelHalfWidth: number | null;
}

/**
 * Draws panels from a beta-binomial market and counts how often the shipped intervals hold what they are about: rates over
 * many days, of which the window's are a sample. Deterministic by seed.
 * @param market its prompts' odds, for who simulates one market many times
 */
export function simulateCoverage(
  setting: CoverageSetting,
  market: Float64Array = drawMarket(setting, seededRandom(setting.seed + 1)),
): Coverage {
  const { k, m, dayShock, draws } = setting;
  const random = seededRandom(setting.seed);
  const z = normalQuantile(TWO_SIDED);
  const marketRate = longRunRate(market, dayShock);
  const totals = { market: 0, panel: 0, withoutDays: 0, pooled: 0 };
  const widths = { market: new Float64Array(draws), panel: new Float64Array(draws) };
  for (let draw = 0; draw < draws; draw++) {
    const odds = drawPanel(market, k, random);
    const { prompts, dayMeans } = drawWindow(odds, setting, random);
    const days = dayVariance(prompts, dayMeans);
    const onMarket = marketInterval(prompts, days);
    const onPanel = panelInterval(prompts, days);
    const panelRate = longRunRate(odds, dayShock);
    totals.market += holds(onMarket, marketRate);
    totals.panel += holds(onPanel, panelRate);
    totals.withoutDays += holds(panelInterval(prompts, null), panelRate);
    totals.pooled += holds(wilson(summarise(prompts).rate, k * m, z), marketRate);
    widths.market[draw] = width(onMarket);
    widths.panel[draw] = width(onPanel);
  }
  const mean = (total: number) => total / draws;
  return {
    market: mean(totals.market),
    panel: m > 1 ? mean(totals.panel) : null,
    panelWithoutDays: m > 1 ? mean(totals.withoutDays) : null,
    pooled: mean(totals.pooled),
    marketHalfWidth: percentile(widths.market.sort(), 0.5) / 2,
    panelHalfWidth: m > 1 ? percentile(widths.panel.sort(), 0.5) / 2 : null,
  };
}

function holds(interval: { low: number; high: number } | null, rate: number): number {
  return interval !== null && interval.low <= rate && rate <= interval.high ? 1 : 0;
}

function width(interval: { low: number; high: number } | null): number {
  return interval === null ? 0 : interval.high - interval.low;
}
