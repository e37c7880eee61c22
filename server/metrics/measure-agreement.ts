import { isShown } from "./answer-states";
import { byPrompt } from "./by-prompt";
import type { MetricValue } from "./contract";
import { measureMean } from "./measure-mean";
import type { WindowSample } from "./window-sample";

/** How alike two answers are, from 0 to 1, by the brands that they name in order; null where that says nothing. */
type Likeness = (one: readonly string[], other: readonly string[]) => number | null;

/**
 * How alike the answers to the same prompt are: over prompts, the mean likeness of every pair of repeats, by the brands of the
 * declared set. Counted beside it: the pairs that are wholly alike. Pairs share answers, so there is no panel interval.
 */
export function measureAgreement(sample: WindowSample, likeness: Likeness): MetricValue {
  const declared = new Set(sample.brands);
  const pairs = byPrompt(sample, "unbranded", ({ answers }) => {
    const named = answers
      .filter(({ state }) => isShown(state))
      .map((answer) => answer.named.filter((brand) => declared.has(brand)));
    return named
      .flatMap((one, index) => named.slice(index + 1).map((other) => likeness(one, other)))
      .filter((each) => each !== null);
  });
  const all = pairs.flat();
  const value = measureMean(pairs, {
    range: { min: 0, max: 1 },
    successes: all.filter((each) => each > 1 - 1e-9).length,
    total: all.length,
  });
  return { ...value, panel: null };
}
