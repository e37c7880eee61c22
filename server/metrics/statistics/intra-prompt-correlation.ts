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
  const k = prompts.length;
  const whole = sumsOf(prompts);
  const rho = k < 3 ? null : analysisOfVariance(whole);
  if (rho === null) return null;
  const without = prompts.map((prompt) => analysisOfVariance(minus(whole, sumsOf([prompt]))) ?? rho);
  const centre = without.reduce((total, value) => total + value, 0) / k;
  const squares = without.reduce((total, value) => total + (value - centre) ** 2, 0);
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

function analysisOfVariance({ k, n, squaredN, hits, between }: Sums): number | null {
  if (k < 2 || n === k || hits === 0 || hits === n) return null;
  const meanBetween = (between - hits ** 2 / n) / (k - 1);
  const meanWithin = (hits - between) / (n - k);
  const repeats = (n - squaredN / n) / (k - 1);
  return (meanBetween - meanWithin) / (meanBetween + (repeats - 1) * meanWithin);
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share));
}
