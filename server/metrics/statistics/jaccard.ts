/**
 * Jaccard's index of two sets, |A ∩ B| / |A ∪ B|; entries that repeat count once. Null for two empty sets, which say
 * nothing.
 * Source: Jaccard 1912, "The distribution of the flora in the alpine zone", New Phytologist 11.
 */
export function jaccard(one: readonly string[], other: readonly string[]): number | null {
  const [a, b] = [new Set(one), new Set(other)];
  const all = new Set([...a, ...b]).size;
  return all === 0 ? null : (a.size + b.size - all) / all;
}
