/** The sum, or null as soon as one part isn't known: half a bill is no bill. */
export function sumOfKnown(parts: readonly (number | null | undefined)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null || part === undefined) return null;
    sum += part;
  }
  return sum;
}
