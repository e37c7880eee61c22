import { clusterBootstrap } from "../statistics/cluster-bootstrap";
import { seededRandom } from "../statistics/seeded-random";
import { drawBeta } from "./beta-sampler";

/** A made-up market of several brands and a panel drawn from it. */
export interface ShareSetting {
  /** True market rate of each brand, in (0, 1); the first is the one whose share of voice is measured. */
  readonly rates: readonly number[];
  readonly rho: number;
  readonly k: number;
  readonly m: number;
  readonly draws: number;
  readonly seed: number;
}

/** How often the bootstrap's 95 % bounds of share of voice held, as shares of the draws; panel is null when m = 1. */
export interface ShareCoverage {
  readonly market: number;
  readonly panel: number | null;
  /** The true market share at or below the one-sided upper bound. */
  readonly upperBound: number;
}

/** Draws panels in which each brand is beta-binomial by itself, and counts how often the shipped bounds hold. */
export function simulateShareCoverage(setting: ShareSetting): ShareCoverage {
  const { rates, rho, k, m, draws } = setting;
  const random = seededRandom(setting.seed);
  const total = 1 / rho - 1;
  const truth = share(rates);
  const held = { market: 0, panel: 0, upperBound: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const onPanel = rates.map(() => 0);
    const prompts = Array.from({ length: k }, () => {
      const own = rates.map((rate) => drawBeta(rate * total, (1 - rate) * total, random));
      own.forEach((rate, brand) => {
        onPanel[brand] = (onPanel[brand] ?? 0) + rate;
      });
      return Array.from({ length: m }, () => {
        const named = own.map((rate) => (random() < rate ? 1 : 0));
        return { part: named[0] ?? 0, whole: named.reduce<number>((sum, one) => sum + one, 0) };
      });
    });
    const bounds = clusterBootstrap(prompts, setting.seed + draw);
    const panelTruth = share(onPanel);
    if (bounds.market && bounds.market.low <= truth && truth <= bounds.market.high) held.market += 1;
    if (bounds.panel && bounds.panel.low <= panelTruth && panelTruth <= bounds.panel.high) held.panel += 1;
    if (bounds.upperBound !== null && truth <= bounds.upperBound) held.upperBound += 1;
  }
  return {
    market: held.market / draws,
    panel: m > 1 ? held.panel / draws : null,
    upperBound: held.upperBound / draws,
  };
}

function share(rates: readonly number[]): number {
  return (rates[0] ?? 0) / rates.reduce((sum, rate) => sum + rate, 0);
}
