/** Draws that depend on nothing but the key: the same key gives the same sequence on every machine. */
export interface SeededRandom {
  /** Uniform in [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** Whole number in [0, below). */
  below(below: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** `count` different elements (fewer if there are fewer), in drawn order. */
  sample<T>(from: readonly T[], count: number): T[];
  /** Standard normal (Box–Muller). */
  normal(): number;
}

/** FNV-1a over UTF-16 units, finished with murmur3's mixer so that keys with a common prefix part ways. */
export function hash32(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A generator for the key's parts (mulberry32). */
export function seededRandom(...key: readonly (string | number)[]): SeededRandom {
  let state = hash32(key.join("\u0000"));
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  function below(limit: number): number {
    return Math.floor(next() * limit);
  }
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (from) => from[below(from.length)] ?? from[0],
    sample: (from, count) =>
      from
        .map((value) => ({ value, order: next() }))
        .sort((a, b) => a.order - b.order)
        .slice(0, count)
        .map(({ value }) => value),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
