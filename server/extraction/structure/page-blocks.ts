import type { Span } from "@/server/extraction/extraction-types";

/**
 * A stretch of a flattened page between two of the no-break spaces that its blocks were joined with. `cards` are the names
 * of product cards that stand at its front, run together; `body` is the rest: a heading, a list, a paragraph.
 */
export type PageBlock = { readonly body: Span; readonly cards: readonly Span[] };

const FEWEST_SEPARATORS = 3;
const SEPARATOR = /[\u00A0\uFFFC]+/gu;
/** A price with what is glued to it: a second price, a rating, the number of ratings. */
const PRICE = /[$€£¥₹]\s?\d[\d.,]*(?:\([\d.,]+[kKM]?\+?\))?/gu;
/** A price right before a name, another price or a rating's count: no sentence writes that. */
const GLUED_PRICE = /[$€£¥₹]\s?\d[\d,.]*\d(?:[$€£¥₹]|\(\d|\p{L}|$)/u;

/** Whether a text without line breaks still has the separators of the blocks that it was made of. */
export function hasBlocks(prose: string): boolean {
  let found = 0;
  for (let at = prose.indexOf("\u00A0"); at >= 0; at = prose.indexOf("\u00A0", at + 1)) {
    found += 1;
    if (found >= FEWEST_SEPARATORS) return true;
  }
  return false;
}

function trimmed(prose: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(prose.charAt(from))) from += 1;
  while (to > from && /\s/u.test(prose.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function blockOf(prose: string, start: number, end: number): PageBlock {
  const text = prose.slice(start, end);
  if (!GLUED_PRICE.test(text)) return { body: trimmed(prose, start, end), cards: [] };
  const cards: Span[] = [];
  let from = start;
  for (const price of text.matchAll(PRICE)) {
    const card = trimmed(prose, from, start + price.index);
    if (card.end > card.start) cards.push(card);
    from = start + price.index + price[0].length;
  }
  return { body: trimmed(prose, from, end), cards };
}

/** The blocks of a flattened page in reading order. Linear. */
export function pageBlocks(prose: string): PageBlock[] {
  const blocks: PageBlock[] = [];
  let from = 0;
  for (const separator of prose.matchAll(SEPARATOR)) {
    if (separator.index > from) blocks.push(blockOf(prose, from, separator.index));
    from = separator.index + separator[0].length;
  }
  if (from < prose.length) blocks.push(blockOf(prose, from, prose.length));
  return blocks;
}
