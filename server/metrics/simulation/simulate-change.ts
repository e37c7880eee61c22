import { compareTallies, type WindowTally } from "../statistics/change-test";
import { twoSidedP } from "../statistics/f-tail";
import { type PromptCount, summarise } from "../statistics/prompt-count";
import { normalQuantile, TWO_SIDED } from "../statistics/quantiles";
import { seededRandom } from "../statistics/seeded-random";
import { wilson } from "../statistics/wilson";
import { type Asking, drawMarket, drawPanel, drawWindow, longRunRate, type Market } from "./draw-window";

/** Two windows of one panel, drawn from a made-up market. */
export interface ChangeSetting extends Market, Asking {
  /** Prompts. */
  readonly k: number;
  /** What happened between the windows: every prompt moved by this much in log-odds; 0 for nothing. */
  readonly push: number;
  readonly draws: number;
  /** Integer in [0, 2³²). */
  readonly seed: number;
}

/** How often each rule called a change at 5 %, as shares of the draws: false alarms where `push` is 0, else power. */
export interface ChangeCalls {
  /** The shipped test. */
  readonly shipped: number;
  /** Control: a paired t test that looks at prompts alone. */
  readonly promptOnly: number;
  /** Control: pooled Wilson intervals of the two windows that don't overlap. */
  readonly disjoint: number;
  /** The mean true change of V that `push` made, in shares. */
  readonly effect: number;
  /** The mean of what the shipped test said it could detect with 80 % power. */
  readonly detectable: number;
}

/**
 * Draws pairs of windows and counts how often each rule calls a change. Deterministic by seed.
 * @param market its prompts' odds, for who simulates one market many times
 */
export function simulateChange(
  setting: ChangeSetting,
  market: Float64Array = drawMarket(setting, seededRandom(setting.seed + 1)),
): ChangeCalls {
  const { k, m, dayShock, push, draws } = setting;
  const random = seededRandom(setting.seed);
  const z = normalQuantile(TWO_SIDED);
  const totals = { shipped: 0, promptOnly: 0, disjoint: 0, effect: 0, detectable: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const odds = drawPanel(market, k, random);
    const before = drawWindow(odds, setting, random);
    const after = drawWindow(odds, setting, random, push);
    const result = compareTallies(before, after);
    if (result.kind === "tested") {
      totals.shipped += result.p <= 0.05 ? 1 : 0;
      totals.detectable += result.detectable;
    }
    totals.promptOnly += pairedP(before, after) <= 0.05 ? 1 : 0;
    const [one, other] = [before, after].map(({ prompts }) => wilson(summarise(prompts).rate, k * m, z));
    if (one && other && (one.high < other.low || other.high < one.low)) totals.disjoint += 1;
    if (push !== 0) totals.effect += longRunRate(odds, dayShock, push) - longRunRate(odds, dayShock);
  }
  return {
    shipped: totals.shipped / draws,
    promptOnly: totals.promptOnly / draws,
    disjoint: totals.disjoint / draws,
    effect: totals.effect / draws,
    detectable: totals.detectable / draws,
  };
}

function pairedP(before: WindowTally, after: WindowTally): number {
  const rate = (prompt: PromptCount | undefined) => (prompt ? prompt.hits / prompt.n : 0);
  const differences = after.prompts.map((prompt, index) => rate(prompt) - rate(before.prompts[index]));
  const k = differences.length;
  const mean = differences.reduce((sum, own) => sum + own, 0) / k;
  const variance = differences.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (k - 1) / k;
  return variance === 0 ? 1 : twoSidedP(mean / Math.sqrt(variance), k - 1);
}
