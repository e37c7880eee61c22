import type { Interval } from "../contract";
import { TWO_SIDED, tQuantile } from "./quantiles";
import { ruleOfThree } from "./rule-of-three";
import { wilson } from "./wilson";

/** A share of what a number of answers weigh, and how far it varies from prompt to prompt. */
export interface SpreadShare {
  /** In [0, 1]. */
  readonly share: number;
  /** Its standard error over prompts. */
  readonly standardError: number;
  /** Answers that it is of. */
  readonly answers: number;
  /** Prompts that they answer. */
  readonly prompts: number;
}

/**
 * 95 % interval of a share "on prompts like these": Wilson on the number of answers that would have its standard error, with t
 * of K − 1 degrees of freedom. The variance is never taken below 3/n², as in `panelInterval`; at 0 or 1 the open end is the
 * rule of three on K. Null for fewer than two prompts.
 * Source: as `marketInterval`; the standard error of a ratio over clusters as in Cochran 1977, "Sampling Techniques", 6.3.
 */
export function shareInterval({ share, standardError, answers, prompts }: SpreadShare): Interval | null {
  if (prompts < 2 || answers < 1) return null;
  if (share <= 0) return { low: 0, high: ruleOfThree(prompts) };
  if (share >= 1) return { low: 1 - ruleOfThree(prompts), high: 1 };
  const variance = Math.max(standardError ** 2, 3 / answers ** 2);
  return wilson(share, (share * (1 - share)) / variance, tQuantile(TWO_SIDED, prompts - 1));
}
