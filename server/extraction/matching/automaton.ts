/** Pattern ids that end at a state, linked to those of its longest proper suffix that is also a pattern. */
type Automaton = {
  readonly size: number;
  /** Walks one unit on from a state. Two amortised steps a unit at most, whatever the number of patterns. */
  readonly next: (state: number, unit: number) => number;
  readonly patternAt: Int32Array;
  readonly suffixAt: Int32Array;
};

/** What `scan` reports: pattern `pattern` ends before folded offset `end`. */
export type PatternVisitor = (pattern: number, end: number) => void;

/** A compiled set of strings that is looked for in one pass. */
export type PatternScanner = {
  readonly states: number;
  /** Reports every occurrence of every pattern; returns the number of automaton steps taken. */
  readonly scan: (units: Uint16Array, length: number, visit: PatternVisitor) => number;
};

const NONE = -1;
const UNITS = 65_536;
/** Above this many cells the transition table would cost more memory than it saves time. */
const LARGEST_TABLE = 6_000_000;

type Trie = {
  children: Map<number, number>[];
  pattern: number[];
};

function buildTrie(patterns: readonly string[]): Trie {
  const trie: Trie = { children: [new Map()], pattern: [NONE] };
  patterns.forEach((text, id) => {
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const edges = trie.children[state] ?? new Map<number, number>();
      let child = edges.get(unit);
      if (child === undefined) {
        child = trie.children.length;
        trie.children.push(new Map());
        trie.pattern.push(NONE);
        edges.set(unit, child);
      }
      state = child;
    }
    trie.pattern[state] = id;
  });
  return trie;
}

/** Breadth-first order, failure links and output links, as in Aho and Corasick (1975). */
function link(trie: Trie): { order: number[]; fail: Int32Array; suffix: Int32Array } {
  const fail = new Int32Array(trie.children.length);
  const suffix = new Int32Array(trie.children.length).fill(NONE);
  const order = [0];
  for (let index = 0; index < order.length; index += 1) {
    const state = order[index] ?? 0;
    for (const [unit, child] of trie.children[state] ?? []) {
      order.push(child);
      let back = fail[state] ?? 0;
      while (back !== 0 && !trie.children[back]?.has(unit)) back = fail[back] ?? 0;
      const target = state === 0 ? 0 : (trie.children[back]?.get(unit) ?? 0);
      fail[child] = target;
      suffix[child] = trie.pattern[target] === NONE ? (suffix[target] ?? NONE) : target;
    }
  }
  return { order, fail, suffix };
}

/** Full transition table over the units that occur in patterns: one look-up a unit. */
function tableWalk(trie: Trie, order: readonly number[], fail: Int32Array, classes: Map<number, number>) {
  const width = classes.size + 1;
  const classOf = new Uint16Array(UNITS);
  for (const [unit, index] of classes) classOf[unit] = index;
  const table = new Int32Array(trie.children.length * width);
  for (const state of order) {
    const row = state * width;
    const back = (fail[state] ?? 0) * width;
    if (state !== 0) table.copyWithin(row, back, back + width);
    for (const [unit, child] of trie.children[state] ?? []) table[row + (classes.get(unit) ?? 0)] = child;
  }
  return (state: number, unit: number) => table[state * width + (classOf[unit] ?? 0)] ?? 0;
}

/** The same over the trie's own edges and failure links, for sets whose table would be too large. */
function linkWalk(trie: Trie, fail: Int32Array) {
  return (from: number, unit: number) => {
    let state = from;
    for (;;) {
      const child = trie.children[state]?.get(unit);
      if (child !== undefined) return child;
      if (state === 0) return 0;
      state = fail[state] ?? 0;
    }
  };
}

function compile(patterns: readonly string[], largestTable: number): Automaton {
  const trie = buildTrie(patterns);
  const { order, fail, suffix } = link(trie);
  const classes = new Map<number, number>();
  for (const edges of trie.children) {
    for (const unit of edges.keys()) if (!classes.has(unit)) classes.set(unit, classes.size + 1);
  }
  const fits = trie.children.length * (classes.size + 1) <= largestTable;
  return {
    size: trie.children.length,
    next: fits ? tableWalk(trie, order, fail, classes) : linkWalk(trie, fail),
    patternAt: Int32Array.from(trie.pattern),
    suffixAt: suffix,
  };
}

/** Compiles distinct, non-empty folded strings into a scanner that finds all of them in one pass. */
export function compilePatterns(patterns: readonly string[], largestTable = LARGEST_TABLE): PatternScanner {
  const { size, next, patternAt, suffixAt } = compile(patterns, largestTable);
  return {
    states: size,
    scan: (units, length, visit) => {
      let state = 0;
      let steps = 0;
      for (let at = 0; at < length; at += 1) {
        state = next(state, units[at] ?? 0);
        steps += 1;
        if (state === 0) continue;
        let end = patternAt[state] === NONE ? (suffixAt[state] ?? NONE) : state;
        while (end !== NONE) {
          visit(patternAt[end] ?? 0, at + 1);
          steps += 1;
          end = suffixAt[end] ?? NONE;
        }
      }
      return steps;
    },
  };
}
