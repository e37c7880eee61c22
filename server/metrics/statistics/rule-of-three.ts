/**
 * One-sided 95 % upper bound of a rate after `n` observations without a success: 1 − 0.05^(1/n).
 * This is the exact form of the rule of three; 3/n is its approximation, above 1 for n < 3 and within 6 % from n = 30.
 * `n` > 0, may be an effective number.
 * Source: Hanley & Lippman-Hand 1983, "If nothing goes wrong, is everything all right?", JAMA 249.
 */
export function ruleOfThree(n: number): number {
  return 1 - 0.05 ** (1 / n);
}
