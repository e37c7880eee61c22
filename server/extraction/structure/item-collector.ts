import type { Span } from "@/server/extraction/extraction-types";
import { foldName } from "@/server/extraction/normalise/fold-name";
import { cleanLabel } from "./classify-label";

/** A recommended item: its position among all items (from 1) and the stretches of text that name it. */
export type Item = { readonly position: number; readonly labels: readonly Span[] };

const MOST_ITEMS = 200;

function tokensOf(label: string): ReadonlySet<string> {
  return new Set(
    foldName(cleanLabel(label))
      .split(/[^\p{L}\p{N}+]+/u)
      .filter((token) => token !== ""),
  );
}

function contains(larger: ReadonlySet<string>, smaller: ReadonlySet<string>): boolean {
  for (const token of smaller) if (!larger.has(token)) return false;
  return smaller.size > 0;
}

/** Gathers items in reading order; a label whose words are all in an earlier one's, or the reverse, is that item again. */
export class ItemCollector {
  readonly #items: { labels: Span[]; tokens: ReadonlySet<string> }[] = [];
  readonly #prose: string;

  constructor(prose: string) {
    this.#prose = prose;
  }

  add(label: Span): void {
    const tokens = tokensOf(this.#prose.slice(label.start, label.end));
    if (tokens.size === 0) return;
    const known = this.#items.find((item) => contains(item.tokens, tokens) || contains(tokens, item.tokens));
    if (known !== undefined) known.labels.push(label);
    else if (this.#items.length < MOST_ITEMS) this.#items.push({ labels: [label], tokens });
  }

  get items(): Item[] {
    return this.#items.map(({ labels }, index) => ({ position: index + 1, labels }));
  }
}
