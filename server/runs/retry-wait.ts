interface RetryRules {
  readonly firstMs: number;
  readonly longestMs: number;
  /** What an engine asks for is granted up to here: more is a mistake, or a quota that this ask won't outlive. */
  readonly longestAskedMs: number;
  /** How much later than asked an ask may come back, as a share of the wait. */
  readonly spread: number;
}

const RULES: RetryRules = { firstMs: 1_000, longestMs: 60_000, longestAskedMs: 300_000, spread: 0.1 };

/**
 * How long an ask waits before its next try, in ms. Never less than `askedMs`, which the engine or its breaker asked for, up
 * to five minutes. Else as long again as it has been tried for (`spentMs`), so that waits double, between a second and a
 * minute, less a random half: what failed together doesn't come back together.
 */
export function retryWait(
  { spentMs, askedMs }: { spentMs: number; askedMs: number | undefined },
  random: () => number = Math.random,
): number {
  if (askedMs !== undefined) {
    const granted = Math.min(Math.max(0, askedMs), RULES.longestAskedMs);
    return Math.round(granted * (1 + RULES.spread * random()));
  }
  const doubled = Math.min(Math.max(spentMs, RULES.firstMs), RULES.longestMs);
  return Math.round(doubled * (0.5 + random() / 2));
}
