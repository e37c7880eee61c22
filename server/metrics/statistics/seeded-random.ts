/** Uniform numbers in [0, 1), in steps of 2⁻³². */
export type Random = () => number;

/**
 * xoshiro128**, the same sequence for the same seed on every machine. `seed`: an integer in [0, 2³²), spread over the 128
 * bits of state by SplitMix32 (Murmur3's finaliser over a Weyl sequence).
 * Source: Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators", ACM TOMS 47; prng.di.unimi.it.
 */
export function seededRandom(seed: number): Random {
  let weyl = seed >>> 0;
  const spread = (): number => {
    weyl = (weyl + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(weyl ^ (weyl >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const next = xoshiro128([spread(), spread(), spread(), spread()]);
  return () => next() / 2 ** 32;
}

/** The bare generator: integers in [0, 2³²) from a state that isn't all zero. */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/**
 * A seed in [0, 2³²) from words, so that a stored number can be recomputed from what it is about: 32-bit FNV-1a over
 * UTF-16 code units. Source: Fowler, Noll & Vo, RFC 9923.
 */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
