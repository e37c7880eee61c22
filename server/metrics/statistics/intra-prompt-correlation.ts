import type { PromptCount } from "./prompt-count";
import { TWO_SIDED, tQuantile } from "./quantiles";

/** How alike the answers to one prompt are, in [0, 1], with a 95 % interval. */
export interface IntraPromptCorrelation {
  readonly rho: number;
  readonly low: number;
  readonly high: number;
}

/**
 * ρ of yes-or-no answers within prompts by one-way analysis of variance: (MSB − MSW)/(MSB + (m_A − 1) MSW), with m_A the
 * mean repeats corrected for their inequality; clipped to [0, 1]. The interval takes the prompts out one at a time
 * (jackknife, t of K − 1). Null where it can't be seen: fewer than three prompts, no repeats, or answers that are all
 * alike.
 * Source: Ridout, Demétrio & Firth 1999, "Estimating intraclass correlation for binary data", Biometrics 55; jackknife:
 * Ukoumunne 2002, Statistics in Medicine 21.
 */
export function intraPromptCorrelation(prompts: readonly PromptCount[]): IntraPromptCorrelation | null {
  const whole = sumsOf(prompts);
  return jackknife(
    [whole],
    prompts.map((prompt) => [minus(whole, sumsOf([prompt]))]),
  );
}

/**
 * The same within groups of prompts that have rates of their own (a brand in one category, say): sums of squares and their
 * degrees of freedom are added up over the groups, and the interval takes out a whole cluster of groups at a time (all
 * brands of a category). A group whose answers are all alike says nothing.
 * @param clusters each a list of groups, each a list of prompts
 */
export function pooledIntraPromptCorrelation(
  clusters: readonly (readonly (readonly PromptCount[])[])[],
): IntraPromptCorrelation | null {
  const sums = clusters.map((groups) => groups.map(sumsOf));
  return jackknife(
    sums.flat(),
    sums.map((_, left) => sums.filter((__, index) => index !== left).flat()),
  );
}

function jackknife(
  whole: readonly Sums[],
  without: readonly (readonly Sums[])[],
): IntraPromptCorrelation | null {
  const k = without.length;
  const rho = k < 3 ? null : analysisOfVariance(whole);
  if (rho === null) return null;
  const each = without.map((sums) => analysisOfVariance(sums) ?? rho);
  const centre = each.reduce((total, value) => total + value, 0) / k;
  const squares = each.reduce((total, value) => total + (value - centre) ** 2, 0);
  const reach = tQuantile(TWO_SIDED, k - 1) * Math.sqrt(((k - 1) / k) * squares);
  return { rho: clip(rho), low: clip(rho - reach), high: clip(rho + reach) };
}

interface Sums {
  readonly k: number;
  readonly n: number;
  readonly squaredN: number;
  readonly hits: number;
  /** Σ hits²/n. */
  readonly between: number;
}

function sumsOf(prompts: readonly PromptCount[]): Sums {
  const sum = (of: (prompt: PromptCount) => number) => prompts.reduce((total, own) => total + of(own), 0);
  return {
    k: prompts.length,
    n: sum(({ n }) => n),
    squaredN: sum(({ n }) => n ** 2),
    hits: sum(({ hits }) => hits),
    between: sum(({ hits, n }) => hits ** 2 / n),
  };
}

function minus(whole: Sums, part: Sums): Sums {
  return {
    k: whole.k - part.k,
    n: whole.n - part.n,
    squaredN: whole.squaredN - part.squaredN,
    hits: whole.hits - part.hits,
    between: whole.between - part.between,
  };
}

function analysisOfVariance(groups: readonly Sums[]): number | null {
  const telling = groups.filter(({ k, n, hits }) => k >= 2 && hits > 0 && hits < n);
  const sum = (of: (group: Sums) => number) => telling.reduce((total, group) => total + of(group), 0);
  const dfBetween = sum(({ k }) => k - 1);
  const dfWithin = sum(({ n, k }) => n - k);
  if (dfBetween === 0 || dfWithin === 0) return null;
  const meanBetween = sum(({ between, hits, n }) => between - hits ** 2 / n) / dfBetween;
  const meanWithin = sum(({ hits, between }) => hits - between) / dfWithin;
  const repeats = sum(({ n, squaredN }) => n - squaredN / n) / dfBetween;
  return (meanBetween - meanWithin) / (meanBetween + (repeats - 1) * meanWithin);
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share));
}
