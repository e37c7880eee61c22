import { isOrdinaryWord } from "@/server/extraction/matching/ordinary-words";
import { foldName } from "@/server/extraction/normalise/fold-name";
import { isNoBrandWord } from "./no-brand-words";

type Tree = { readonly next: Map<string, Tree> };

const LONGEST_NAME = 4;
/** From such a share of names with a number in them on, the answers name products. */
const PRODUCT_SHARE = 0.25;
const JOINS: ReadonlySet<string> = new Set(["&", "and", "of", "de", "la", "le", "the", "by"]);

/** What a set of answers shows about where names end. */
export type NameEvidence = {
  /** Names by their words: after "Sony" come many, after "Mint" only "Mobile". */
  readonly tree: Tree;
  /** Folded words that stand in the texts with something else behind them than in the names, or as a name by themselves. */
  readonly alone: ReadonlySet<string>;
  /** Whether most are names of products, and so longer than their makers'. */
  readonly products: boolean;
};

function isProductWord(word: string): boolean {
  return /\d/u.test(word) || isNoBrandWord(foldName(word));
}

/** Gathers the evidence from all names and the texts that they come from. */
export function nameEvidence(names: readonly (readonly string[])[], texts: readonly string[]): NameEvidence {
  const tree: Tree = { next: new Map() };
  const after = new Map<string, Set<string>>();
  // The same product in a hundred answers says no more than once about where its maker's name ends.
  const different = [...new Map(names.map((words) => [foldName(words.join(" ")), words])).values()];
  for (const words of different) {
    let node = tree;
    for (const word of words) {
      const next: Tree = node.next.get(foldName(word)) ?? { next: new Map() };
      node.next.set(foldName(word), next);
      node = next;
    }
    const [first = "", second = ""] = words.map(foldName);
    after.set(first, (after.get(first) ?? new Set()).add(second));
  }
  const alone = new Set<string>();
  for (const text of texts) {
    for (const [, word = "", behind = ""] of text.matchAll(
      /(?<!\p{L})(\p{Lu}[\p{L}\p{N}-]+)(?:[’']s)?(?=[ ,.;:)!?\n*]+([\p{L}\p{N}&-]*))/gu,
    )) {
      const known = after.get(foldName(word));
      if (known !== undefined && !known.has(foldName(behind))) alone.add(foldName(word));
    }
  }
  for (const [first, seconds] of after) if (seconds.has("") && first !== "") alone.add(first);
  const products = different.filter((words) => words.some((word) => /\d/u.test(word)));
  return { tree, alone, products: products.length >= different.length * PRODUCT_SHARE };
}

/** How many of a name's words are its maker's: "Sony" of "Sony WH-1000XM5", all of "Mint Mobile". At least one. */
export function makerLength(words: readonly string[], { tree, alone, products }: NameEvidence): number {
  const [first = "", second = ""] = words;
  if (JOINS.has(foldName(second)) || second === "&") return Math.min(words.length, 3);
  const opening = tree.next.get(foldName(first));
  const proper = !isOrdinaryWord(foldName(first)) && !isNoBrandWord(foldName(first));
  const branches = (opening?.next.size ?? 0) > 1;
  if (proper && (branches || alone.has(foldName(first)))) return 1;
  // "American Tourister": an ordinary word that always goes on with one that is none.
  const pair =
    !proper && !branches && second !== "" && !/\d/u.test(second) && !isOrdinaryWord(foldName(second));
  if (products && !isNoBrandWord(foldName(first))) return pair ? 2 : 1;
  let node = opening;
  for (let length = 1; length < Math.min(words.length, LONGEST_NAME); length += 1) {
    const next = words[length] ?? "";
    if (/\d/u.test(next) || (length > 1 && isProductWord(next))) return length;
    if (length > 1 && (node?.next.size ?? 0) > 1) return length;
    node = node?.next.get(foldName(next));
  }
  return Math.min(words.length, LONGEST_NAME);
}
