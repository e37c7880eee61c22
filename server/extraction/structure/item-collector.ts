import type { Span } from "@/server/extraction/extraction-types";
import { foldName } from "@/server/extraction/normalise/fold-name";
import { cleanLabel } from "./classify-label";
import { isMeasure, wordFacts } from "./word-facts";

/** A recommended item: its position among all items (from 1) and the stretches of text that name it. */
export type Item = { readonly position: number; readonly labels: readonly Span[] };

const MOST_ITEMS = 200;
const OPENS_WITH_CAPITAL = /^\W*\p{Lu}/u;

const BRACKET = /\(([^)]*)\)/gu;
/** A model in brackets tells two items apart: "MacBook Air (M1, 2020)". */
const MODEL = /^(?=.*\d)(?=.*\p{L})[\p{L}\p{N}]{2,8}$/u;
/** "Acme / Zuvio", "Acme or Zuvio": two names in one label, each from a capital on and neither a mere model number. */
const EITHER = /(?<=\S)(?:\s+\/\s+|\s+or\s+)(?=\p{Lu}\p{L}+(?![\p{L}\p{N}-]*\d))/u;

/** Plural nouns of what an answer offers, at the end of a heading. */
const OFFERED =
  /\b(?:brands|stores|retailers|shops|options|picks|alternatives|choices|products|companies|providers|tools|apps|services|games|hotels|banks)\W*$/iu;

/** A number right before a label counts it as one item, whatever it holds. */
const NUMBERED = /\d[.):]\s*[*_]{0,3}\s*$/u;

function wordTokens(text: string): string[] {
  return foldName(text).split(/[^\p{L}\p{N}+]+/u);
}

function tokensOf(label: string): Set<string> {
  const tokens = new Set(wordTokens(cleanLabel(label)));
  tokens.delete("");
  if (!label.includes("(")) return tokens;
  for (const [, inside = ""] of label.matchAll(BRACKET))
    for (const token of wordTokens(inside)) if (MODEL.test(token) && !isMeasure(token)) tokens.add(token);
  return tokens;
}

function contains(larger: ReadonlySet<string>, smaller: ReadonlySet<string>): boolean {
  for (const token of smaller) if (!larger.has(token)) return false;
  return smaller.size > 0;
}

/** Whether what stands behind "or" begins with more than a generic word: "Outdoor or Indoor" is one thing. */
function opensName(text: string, either: RegExpExecArray): boolean {
  const first = /^[\p{L}\p{N}&'’-]+/u.exec(text.slice(either.index + either[0].length))?.[0] ?? "";
  return !wordFacts(first).generic;
}

/** Gathers items in reading order; a label whose words are all in an earlier one's, or the reverse, is that item again. */
export class ItemCollector {
  readonly #items: { labels: Span[]; tokens: ReadonlySet<string> }[] = [];
  readonly #prose: string;

  constructor(prose: string) {
    this.#prose = prose;
  }

  add(label: Span): void {
    const text = this.#prose.slice(label.start, label.end);
    const either = EITHER.exec(text);
    const numbered = NUMBERED.test(this.#prose.slice(Math.max(0, label.start - 12), label.start));
    if (either !== null && !numbered && OPENS_WITH_CAPITAL.test(text) && opensName(text, either)) {
      this.#addOne({ start: label.start, end: label.start + either.index });
      this.add({ start: label.start + either.index + either[0].length, end: label.end });
    } else this.#addOne(label);
  }

  /** Whether a heading says that what stands below it is offered: "Sustainable brands", "More options". */
  offers(heading: Span): boolean {
    return OFFERED.test(this.#prose.slice(heading.start, heading.end));
  }

  #addOne(label: Span): void {
    const tokens = tokensOf(this.#prose.slice(label.start, label.end));
    if (tokens.size === 0) return;
    const known = this.#items.find((item) => contains(item.tokens, tokens) || contains(tokens, item.tokens));
    if (known !== undefined) known.labels.push(label);
    else if (this.#items.length < MOST_ITEMS) this.#items.push({ labels: [label], tokens });
  }

  /**
   * Names an item once more by a longer label that has all of its words, as far as these reach: a product card, whose rest
   * may name who made a part of it. Never a new item.
   */
  addToKnown(label: Span): void {
    const text = this.#prose.slice(label.start, label.end);
    const tokens = tokensOf(text);
    const known = this.#items.find((item) => item.tokens.size > 1 && contains(tokens, item.tokens));
    if (known === undefined) return;
    let end = 0;
    for (const word of text.matchAll(/\S+/gu)) {
      if (wordTokens(word[0]).some((part) => known.tokens.has(part))) end = word.index + word[0].length;
    }
    known.labels.push({ start: label.start, end: label.start + end });
  }

  get items(): Item[] {
    return this.#items.map(({ labels }, index) => ({ position: index + 1, labels }));
  }
}
