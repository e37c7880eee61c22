/** From this cosine on two texts may mean the same. It says nothing of a "not" or a number: see text-guard.ts. */
export const NEAR_FROM = 0.9;

/** Whether two vectors of length 1 point almost the same way. Vectors of different models are never near. */
export function isSimilar(one: readonly number[], other: readonly number[]): boolean {
  return cosine(one, other) >= NEAR_FROM;
}

/** The cosine of two vectors of length 1; 0 for vectors that can't be compared. */
export function cosine(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return 0;
  return one.reduce((sum, part, index) => sum + part * (other[index] ?? 0), 0);
}
