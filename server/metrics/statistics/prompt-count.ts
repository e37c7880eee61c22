/** Hits among the `n` ≥ 1 observations of one prompt. */
export interface PromptCount {
  readonly hits: number;
  readonly n: number;
}

/** The prompts of a sample, summed up. */
export interface PromptSummary {
  /** Prompts. */
  readonly k: number;
  /** Observations over all prompts. */
  readonly n: number;
  readonly hits: number;
  /** V: the mean over prompts of each prompt's rate. */
  readonly rate: number;
  /**
   * Kish's effective number of observations for V's weights 1/(K m_k): K² / Σ 1/m_k. It equals n when every prompt has
   * the same number of observations, and is less otherwise.
   * Source: Kish 1965, "Survey Sampling", section 11.7.
   */
  readonly weighted: number;
}

/** Sums up `prompts`, at least one of them. */
export function summarise(prompts: readonly PromptCount[]): PromptSummary {
  const k = prompts.length;
  let n = 0;
  let hits = 0;
  let rates = 0;
  let inverse = 0;
  for (const prompt of prompts) {
    n += prompt.n;
    hits += prompt.hits;
    rates += prompt.hits / prompt.n;
    inverse += 1 / prompt.n;
  }
  // One division where the definition allows it: a mean of thirds must not fall a rounding error short of a threshold.
  const even = prompts.every((prompt) => prompt.n * k === n);
  const rate = even || hits === n ? hits / n : rates / k;
  return { k, n, hits, rate, weighted: k ** 2 / inverse };
}
