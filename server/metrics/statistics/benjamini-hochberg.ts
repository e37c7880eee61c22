/** The share of false discoveries that a sweep of tests may have on average (methodology, "Change"). */
export const FALSE_DISCOVERY_RATE = 0.1;

/**
 * Benjamini–Hochberg adjusted p-values of one sweep, in the order given: test i is a discovery at rate q when its adjusted
 * value is at most q. `p` in [0, 1], any number of them.
 * Source: Benjamini & Hochberg 1995, JRSS B 57; adjusted as in Yekutieli & Benjamini 1999 and R's p.adjust(p, "BH").
 */
export function adjustForSweep(p: readonly number[]): number[] {
  const descending = p.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value);
  const adjusted = Array.from<number>({ length: p.length });
  let least = 1;
  descending.forEach(({ value, index }, position) => {
    least = Math.min(least, (value * p.length) / (p.length - position));
    adjusted[index] = least;
  });
  return adjusted;
}
