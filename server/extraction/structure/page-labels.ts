import type { Span } from "@/server/extraction/extraction-types";
import { ABBREVIATION } from "./label-tables";

const LONGEST_LABEL = 120;
const BRACKET_REACH = 80;
/** Whatever ends an item, a sentence or a label: at most characters nothing has to be looked at. */
const MAY_END = ":.!?;)”。！？";
const SPACE = /\s/u;
const OPENS_ITEM = /[\p{Lu}\p{Lo}\p{N}]/u;
const OPENS_SMALL_ITEM = /^\p{Ll}+ [\p{Lu}\p{N}]/u;
const CAPITAL = /[\p{Lu}]/u;
const INITIAL = /(?:^|\P{L})\p{Lu}$/u;
const NUMBER_OR_UNCASED = /[\d\p{Lo}]/u;
const ENDS_PHRASE = /[\p{Ll}\p{Lo})"”%]$/u;
const SMALL_LETTER_LAST = /[\p{Ll}]$/u;
const STYLED_NAME = /^\p{Ll}{1,3}\p{Lu}|^\p{Ll}{2,} [\d\p{Lu}]/u;
const SHORT_NUMBER_LAST = /(?:^|[\s.])\d{1,2}$/u;

/** A label of a list item, up to its colon, and how it is joined to what stands before it. */
export type PageLabel = {
  readonly span: Span;
  /** `item`: it opens the block, or is glued to a sentence's end. `colon`: it follows another label's colon at once. */
  readonly joint: "item" | "colon" | "spaced colon";
};

/** Whether a list item may begin right behind the character at `at`: a sentence's end without a space after it. */
function endsItem(prose: string, at: number): boolean {
  const next = prose.charAt(at + 1);
  if (SPACE.test(next)) return false;
  const character = prose.charAt(at);
  if ("!?。！？)”".includes(character))
    return OPENS_ITEM.test(next) || OPENS_SMALL_ITEM.test(prose.slice(at + 1, at + 24));
  if (character !== ".") return false;
  const previous = prose.slice(Math.max(0, at - 8), at);
  if (CAPITAL.test(next)) return !INITIAL.test(previous);
  if (NUMBER_OR_UNCASED.test(next)) return ENDS_PHRASE.test(previous);
  return SMALL_LETTER_LAST.test(previous) && STYLED_NAME.test(prose.slice(at + 1, at + 24));
}

/** Whether a sentence ends at `at` with a space after it: a label doesn't reach over that. */
function endsSentence(prose: string, at: number): boolean {
  const character = prose.charAt(at);
  if (!SPACE.test(prose.charAt(at + 1))) return false;
  if ("!?;。！？".includes(character)) return true;
  if (character !== ".") return false;
  const previous = prose.slice(Math.max(0, at - 8), at);
  return !SHORT_NUMBER_LAST.test(previous) && !ABBREVIATION.test(previous);
}

/** The label that ends at a colon, or null where a sentence runs up to it. */
function labelBefore(prose: string, block: Span, colon: number): PageLabel | null {
  const floor = Math.max(block.start, colon - LONGEST_LABEL);
  for (let at = colon - 1; at >= floor; at -= 1) {
    if (!MAY_END.includes(prose.charAt(at))) continue;
    if (prose.charAt(at) === ":") {
      const spaced = SPACE.test(prose.charAt(at + 1));
      return { span: { start: at + (spaced ? 2 : 1), end: colon }, joint: spaced ? "spaced colon" : "colon" };
    }
    if (endsItem(prose, at)) return { span: { start: at + 1, end: colon }, joint: "item" };
    if (endsSentence(prose, at)) return null;
  }
  return floor === block.start ? { span: { start: floor, end: colon }, joint: "item" } : null;
}

/** Whether a bracket is open at `at`: "(Note: for adults)". */
function isBracketed(prose: string, block: Span, at: number): boolean {
  const floor = Math.max(block.start, at - BRACKET_REACH);
  for (let before = at; before >= floor; before -= 1) {
    const code = prose.charCodeAt(before);
    if (code === 0x28 || code === 0x29) return code === 0x28;
  }
  return false;
}

/** The labels of a block in reading order: what stands between an item's start and a colon. */
export function pageLabels(prose: string, block: Span): PageLabel[] {
  const labels: PageLabel[] = [];
  for (
    let colon = prose.indexOf(":", block.start);
    colon >= 0 && colon < block.end;
    colon = prose.indexOf(":", colon + 1)
  ) {
    const numeric = /\d/u.test(prose.charAt(colon + 1)) && /\d/u.test(prose.charAt(colon - 1));
    if (numeric || isBracketed(prose, block, colon)) continue;
    const label = labelBefore(prose, block, colon);
    if (label !== null && label.span.end > label.span.start) labels.push(label);
  }
  return labels;
}
