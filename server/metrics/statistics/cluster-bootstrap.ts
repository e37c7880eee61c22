import type { Interval } from "../contract";
import { expandedTail, percentile } from "./percentile";
import { ONE_SIDED, TWO_SIDED } from "./quantiles";
import { ruleOfThree } from "./rule-of-three";
import { type Random, seededRandom } from "./seeded-random";

/** One answer of a ratio Σ part / Σ whole, 0 ≤ part ≤ whole. */
export interface RatioAnswer {
  readonly part: number;
  readonly whole: number;
}

export interface RatioBounds {
  readonly panel: Interval | null;
  readonly market: Interval | null;
  /** One-sided 95 % upper bound of the market ratio. */
  readonly upperBound: number | null;
}

/** Draws of a bootstrap (methodology: 2,000). */
export const BOOTSTRAP_DRAWS = 2000;

/** The ratio Σ_k mean_k(part) / Σ_k mean_k(whole); null when no answer has any `whole`. */
export function ratioOfMeans(prompts: readonly (readonly RatioAnswer[])[]): number | null {
  return ratio(prompts.map(meanOf));
}

/**
 * 95 % bounds of `ratioOfMeans` by seeded bootstrap. Market: prompts are drawn with replacement, percentiles widened for
 * their number (`expandedTail`). Panel: prompts stay and m_k − 1 of each one's answers are drawn, which gives the variance
 * its right size; null when fewer than half of the prompts have two answers. Where every draw agrees, the draws say
 * nothing, so the share of unlike prompts (or answers) is bounded by the rule of three instead; near 0 and 1 that bound
 * holds too, as in `marketInterval`.
 * @param prompts each with at least one answer; market is null for one prompt unless the ratio is 0 or 1
 * Sources: Davison & Hinkley 1997, "Bootstrap Methods and their Application", section 3.8; Rao & Wu 1988, "Resampling
 * inference with complex survey data", JASA 83.
 */
export function clusterBootstrap(
  prompts: readonly (readonly RatioAnswer[])[],
  seed: number,
  draws: number = BOOTSTRAP_DRAWS,
): RatioBounds {
  const means = prompts.map(meanOf);
  const value = ratio(means);
  if (value === null) return { panel: null, market: null, upperBound: null };
  const random = seededRandom(seed);
  const k = prompts.length;
  const named = prompts.map((answers) => answers.filter((answer) => answer.whole > 0).length);
  const namedPrompts = named.filter((count) => count > 0).length;

  const market = sortedDraws(draws, () => drawPrompts(means, random));
  const single = k < 2 && value > 0 && value < 1;
  return {
    market: single ? null : bounded(market, value, namedPrompts, expandedTail(1 - TWO_SIDED, k)),
    upperBound: single ? null : bounded(market, value, namedPrompts, expandedTail(1 - ONE_SIDED, k)).high,
    panel: panelBounds(prompts, value, sum(named), random, draws),
  };
}

function panelBounds(
  prompts: readonly (readonly RatioAnswer[])[],
  value: number,
  namedAnswers: number,
  random: Random,
  draws: number,
): Interval | null {
  const repeated = prompts.filter((answers) => answers.length >= 2);
  if (repeated.length === 0 || repeated.length * 2 < prompts.length) return null;
  const drawn = bounded(
    sortedDraws(draws, () => drawAnswers(prompts, random)),
    value,
    namedAnswers,
    1 - TWO_SIDED,
  );
  // A prompt with one answer can't be redrawn: it is taken to vary like the others.
  const all = sum(prompts.map((answers) => 1 / answers.length));
  const stretch = Math.sqrt(all / sum(repeated.map((answers) => 1 / answers.length)));
  return {
    low: Math.max(0, value - (value - drawn.low) * stretch),
    high: Math.min(1, value + (drawn.high - value) * stretch),
  };
}

function bounded(sorted: Float64Array, value: number, size: number, tail: number): Interval {
  const low = percentile(sorted, tail);
  const high = percentile(sorted, 1 - tail);
  const unlike = ruleOfThree(size);
  if (high - low < 1e-12) return { low: value * (1 - unlike), high: value + (1 - value) * unlike };
  return { low: Math.min(low, value, 1 - unlike), high: Math.max(high, value, unlike) };
}

function sortedDraws(draws: number, draw: () => number | null): Float64Array {
  const values: number[] = [];
  for (let index = 0; index < draws; index++) {
    const value = draw();
    if (value !== null) values.push(value);
  }
  return Float64Array.from(values).sort();
}

function meanOf(answers: readonly RatioAnswer[]): RatioAnswer {
  const n = answers.length;
  return {
    part: sum(answers.map(({ part }) => part)) / n,
    whole: sum(answers.map(({ whole }) => whole)) / n,
  };
}

function ratio(means: readonly RatioAnswer[]): number | null {
  return divide(sum(means.map(({ part }) => part)), sum(means.map(({ whole }) => whole)));
}

// The two draws are plain loops that allocate nothing: they run 2,000 times for each brand.
function drawPrompts(means: readonly RatioAnswer[], random: Random): number | null {
  let part = 0;
  let whole = 0;
  for (let index = 0; index < means.length; index++) {
    const mean = pick(means, random);
    part += mean.part;
    whole += mean.whole;
  }
  return divide(part, whole);
}

function drawAnswers(prompts: readonly (readonly RatioAnswer[])[], random: Random): number | null {
  let part = 0;
  let whole = 0;
  for (const answers of prompts) {
    const drawn = Math.max(1, answers.length - 1);
    for (let index = 0; index < drawn; index++) {
      const answer = pick(answers, random);
      part += answer.part / drawn;
      whole += answer.whole / drawn;
    }
  }
  return divide(part, whole);
}

function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(1, part / whole);
}

function pick(from: readonly RatioAnswer[], random: Random): RatioAnswer {
  return from[Math.floor(random() * from.length)] ?? { part: 0, whole: 0 };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
