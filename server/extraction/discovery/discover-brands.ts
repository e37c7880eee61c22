import { isOrdinaryWord } from "@/server/extraction/matching/ordinary-words";
import { foldName } from "@/server/extraction/normalise/fold-name";
import { answerNames } from "./answer-names";
import { makerLength, nameEvidence } from "./maker-of-name";
import { isNoBrandWord } from "./no-brand-words";

/** A brand that answers name and nobody tracks. */
export type DiscoveredBrand = {
  readonly name: string;
  /** Answers that name it, each once, in the order given. */
  readonly answerIds: readonly string[];
  /** What it is named with: products of a maker, at most five. */
  readonly products: readonly string[];
};

type SplitName = {
  readonly answerId: string;
  readonly maker: readonly string[];
  readonly line: readonly string[];
};
type Entry = {
  readonly spellings: Map<string, number>;
  readonly answerIds: Set<string>;
  readonly products: Set<string>;
};

const MOST_PRODUCTS = 5;

/** "MacBook" stands alone and after "Apple": its maker is Apple. Only where one maker alone is shown. */
function makersOfLines(names: readonly SplitName[]): ReadonlyMap<string, string> {
  const makers = new Map<string, Map<string, string>>();
  for (const { maker, line } of names) {
    const first = foldName(line[0] ?? "");
    if (first === "" || /\d/u.test(first) || isOrdinaryWord(first) || isNoBrandWord(first)) continue;
    const of = makers.get(first) ?? new Map<string, string>();
    makers.set(first, of.set(foldName(maker.join(" ")), maker.join(" ")));
  }
  return new Map(
    [...makers].flatMap(([line, of]) => {
      const [only] = of.values();
      return of.size === 1 && only !== undefined ? [[line, only] as const] : [];
    }),
  );
}

/** Whether words are no brand's name: all generic, in lower case throughout, or a bare measure ("18V"). */
function isNoBrand(words: readonly string[]): boolean {
  if (words.every((word) => isNoBrandWord(foldName(word)))) return true;
  if (!/[\p{Lu}\p{Lo}]/u.test(words.join("")) && !/^\p{Ll}{3,}$/u.test(words[0] ?? "")) return true;
  return (
    words.length === 1 &&
    /^\d+(?:[.,]\d+)?\p{L}{0,2}$/u.test(words[0] ?? "") &&
    !/^\d\p{Lu}$/u.test(words[0] ?? "")
  );
}

/** A single ordinary word in one answer alone is a heading as often as a brand. */
function isDoubtful(name: string, answers: number): boolean {
  return answers < 2 && !name.includes(" ") && isOrdinaryWord(foldName(name));
}

/**
 * Brands that the answers name and that are not `known` (names and aliases of the tracked ones), most named first. Pure and
 * deterministic. A product line that stands both alone and after its maker counts under the maker.
 */
export function discoverBrands(
  answers: readonly { readonly id: string; readonly text: string }[],
  known: readonly string[],
): DiscoveredBrand[] {
  const names = answers.flatMap(({ id, text }) =>
    answerNames(text).map((words) => ({ answerId: id, words })),
  );
  const evidence = nameEvidence(
    names.map(({ words }) => words),
    answers.map(({ text }) => text),
  );
  const split: SplitName[] = names.map(({ answerId, words }) => {
    const length = makerLength(words, evidence);
    return { answerId, maker: words.slice(0, length), line: words.slice(length) };
  });
  const makerOfLine = makersOfLines(split);
  const tracked = known.map(foldName);
  const isTracked = (folded: string) =>
    tracked.some((each) => folded === each || folded.startsWith(`${each} `));
  const found = new Map<string, Entry>();
  for (const { answerId, maker, line } of split) {
    const owner = makerOfLine.get(foldName(maker[0] ?? ""));
    const name = owner ?? maker.join(" ");
    const folded = foldName(name);
    if (isTracked(folded) || isTracked(foldName(maker.join(" "))) || isNoBrand(name.split(" "))) continue;
    const entry = found.get(folded) ?? { spellings: new Map(), answerIds: new Set(), products: new Set() };
    found.set(folded, entry);
    entry.spellings.set(name, (entry.spellings.get(name) ?? 0) + 1);
    entry.answerIds.add(answerId);
    const product = (owner === undefined ? line : [...maker, ...line]).join(" ");
    if (product !== "" && entry.products.size < MOST_PRODUCTS) entry.products.add(product);
  }
  return [...found.values()]
    .map(({ spellings, answerIds, products }) => ({
      name: [...spellings].sort((left, right) => right[1] - left[1])[0]?.[0] ?? "",
      answerIds: [...answerIds],
      products: [...products],
    }))
    .filter(({ name, answerIds }) => !isDoubtful(name, answerIds.length))
    .sort(
      (left, right) => right.answerIds.length - left.answerIds.length || (left.name < right.name ? -1 : 1),
    );
}
