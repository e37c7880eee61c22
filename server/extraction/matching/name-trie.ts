import { charClass } from "@/server/extraction/normalise/char-class";
import { NOT_ONE_UNIT } from "@/server/extraction/normalise/character-reader";

/**
 * The folded forms of all names as one tree of units, walked from each place where a name may begin. Edges live in one
 * hash table, so that a step costs the same with ten names and with a hundred thousand.
 */
export type NameTrie = {
  /** The state after one more unit; `DEAD` when no name goes on that way. */
  readonly next: (state: number, unit: number) => number;
  /** Index of the name that ends at a state; -1 for none. */
  readonly nameAt: Int32Array;
  readonly opening: OpeningFilter;
};

export const ROOT = 0;
export const DEAD = -1;
const NONE = -1;
const ASCII = 128;

function slotOf(state: number, unit: number, mask: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

type Edges = { readonly maps: Map<number, number>[]; readonly names: number[]; count: number };

function grow(names: readonly string[]): Edges {
  const edges: Edges = { maps: [new Map()], names: [NONE], count: 0 };
  names.forEach((name, index) => {
    let state = ROOT;
    for (let at = 0; at < name.length; at += 1) {
      const unit = name.charCodeAt(at);
      const from = edges.maps[state];
      let child = from?.get(unit);
      if (child === undefined) {
        child = edges.maps.length;
        edges.maps.push(new Map());
        edges.names.push(NONE);
        from?.set(unit, child);
        edges.count += 1;
      }
      state = child;
    }
    if (edges.names[state] === NONE) edges.names[state] = index;
  });
  return edges;
}

const FILTER_BITS = 15;

function bitOf(first: number, second: number, third: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & ((1 << FILTER_BITS) - 1);
}

/** A set of bits over the first three units of all names, small enough to stay near the processor. */
class OpeningFilter {
  readonly #bits = new Int32Array(1 << (FILTER_BITS - 5));
  /** Names of one or two units, by what they have. */
  readonly #short = new Set<number>();

  /** Whether any name begins with what is no letter or number, as ".NET" does. */
  readonly opensWithSign: boolean;

  constructor(names: readonly string[]) {
    this.opensWithSign = names.some((name) => charClass(name.charCodeAt(0)) === 0);
    for (const name of names) {
      if (name.length < 3)
        this.#short.add(this.#keyOf(name.charCodeAt(0), name.length === 2 ? name.charCodeAt(1) : 0));
      else this.#add(bitOf(name.charCodeAt(0), name.charCodeAt(1), name.charCodeAt(2)));
    }
  }

  /** Whether any name may begin with these three units, of which NOT_ONE_UNIT stands for any. Never wrongly no. */
  has(first: number, second: number, third: number): boolean {
    const bit = bitOf(first, second, third);
    if (((this.#bits[bit >> 5] ?? 0) >>> (bit & 31)) & 1 || second === NOT_ONE_UNIT || third === NOT_ONE_UNIT)
      return true;
    return (
      this.#short.size > 0 &&
      (this.#short.has(this.#keyOf(first, second)) || this.#short.has(this.#keyOf(first, 0)))
    );
  }

  #add(bit: number): void {
    this.#bits[bit >> 5] = (this.#bits[bit >> 5] ?? 0) | (1 << (bit & 31));
  }

  #keyOf(first: number, second: number): number {
    return first * 0x10000 + second;
  }
}

/** Compiles distinct, non-empty folded strings. */
export function compileTrie(names: readonly string[]): NameTrie {
  const { maps, names: ends, count } = grow(names);
  let size = 16;
  while (size < count * 3) size *= 2;
  const mask = size - 1;
  const states = new Int32Array(size).fill(NONE);
  const units = new Uint16Array(size);
  const targets = new Int32Array(size);
  const first = new Int32Array(ASCII).fill(DEAD);
  maps.forEach((edges, state) => {
    for (const [unit, child] of edges) {
      if (state === ROOT && unit < ASCII) first[unit] = child;
      let slot = slotOf(state, unit, mask);
      while (states[slot] !== NONE) slot = (slot + 1) & mask;
      states[slot] = state;
      units[slot] = unit;
      targets[slot] = child;
    }
  });
  return {
    nameAt: Int32Array.from(ends),
    opening: new OpeningFilter(names),
    next: (state, unit) => {
      if (state === ROOT && unit < ASCII) return first[unit] ?? DEAD;
      for (let slot = slotOf(state, unit, mask); states[slot] !== NONE; slot = (slot + 1) & mask)
        if (states[slot] === state && units[slot] === unit) return targets[slot] ?? DEAD;
      return DEAD;
    },
  };
}
