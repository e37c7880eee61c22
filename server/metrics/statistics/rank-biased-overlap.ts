/** How much a reader goes on from one place to the next: the first ten places carry 86 % of the weight. */
const PERSISTENCE = 0.9;

/**
 * Rank-biased overlap of two rankings, in [0, 1], extrapolated from what is seen of them (RBO_EXT), lengths as they are.
 * Entries that repeat count at their first place. Null for two empty rankings; 0 where one of them is.
 * Source: Webber, Moffat & Zobel 2010, "A similarity measure for indefinite rankings", ACM TOIS 28, equation 32.
 */
export function rankBiasedOverlap(
  one: readonly string[],
  other: readonly string[],
  p: number = PERSISTENCE,
): number | null {
  const rankings = [[...new Set(one)], [...new Set(other)]].sort((a, b) => a.length - b.length);
  const [short = [], long = []] = rankings;
  if (long.length === 0) return null;
  if (short.length === 0) return 0;
  const overlapAt = (depth: number) => {
    const seen = new Set(long.slice(0, depth));
    return short.slice(0, depth).filter((entry) => seen.has(entry)).length;
  };
  const atShort = overlapAt(short.length);
  let sum = 0;
  for (let depth = 1; depth <= long.length; depth++) {
    const beyond = Math.max(0, depth - short.length);
    sum += (overlapAt(depth) / depth + (atShort * beyond) / (short.length * depth)) * p ** depth;
  }
  const last = overlapAt(long.length);
  const tail = (last - atShort) / long.length + atShort / short.length;
  return Math.min(1, ((1 - p) / p) * sum + tail * p ** long.length);
}
