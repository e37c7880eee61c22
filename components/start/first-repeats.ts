/** Enough for an interval over repeats; more is for those who know why. */
const WANTED = 3;

interface Choice {
  readonly prompts: number;
  readonly engines: readonly { readonly engineId: string; readonly credits: number }[];
  readonly usualEngineIds: readonly string[];
  readonly available: number;
}

/**
 * How often a first run asks each prompt, unless somebody chooses otherwise: three times, or as often as half of the credits
 * pay for. One run should never take all that somebody has to try with.
 */
export function firstRepeats({ prompts, engines, usualEngineIds, available }: Choice): number {
  const each = engines
    .filter(({ engineId }) => usualEngineIds.includes(engineId))
    .reduce((sum, { credits }) => sum + credits, 0);
  const once = each * prompts;
  if (once === 0) return 1;
  return Math.max(1, Math.min(WANTED, Math.floor(available / 2 / once)));
}
