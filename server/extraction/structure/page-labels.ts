import type { Span } from "@/server/extraction/extraction-types";
import { ABBREVIATION } from "./label-tables";

const LONGEST_LABEL = 120;
const BRACKET_REACH = 80;

/** A label of a list item, up to its colon, and how it is joined to what stands before it. */
export type PageLabel = {
  readonly span: Span;
  /** `item`: it opens the block, or is glued to a sentence's end. `colon`: it follows another label's colon at once. */
  readonly joint: "item" | "colon" | "spaced colon";
};

/** Whether a list item may begin right behind the character at `at`: a sentence's end without a space after it. */
function endsItem(prose: string, at: number): boolean {
  const next = prose.charAt(at + 1);
  if (/\s/u.test(next)) return false;
  const character = prose.charAt(at);
  if ("!?。！？)”".includes(character))
    return /[\p{Lu}\p{Lo}\p{N}]/u.test(next) || /^\p{Ll}+ [\p{Lu}\p{N}]/u.test(prose.slice(at + 1, at + 24));
  if (character !== ".") return false;
  const previous = prose.slice(Math.max(0, at - 8), at);
  if (/\p{Lu}/u.test(next)) return !/(?:^|\P{L})\p{Lu}$/u.test(previous);
  if (/[\d\p{Lo}]/u.test(next)) return /[\p{Ll}\p{Lo})"”%]$/u.test(previous);
  return (
    /\p{Ll}$/u.test(previous) &&
    /^\p{Ll}{1,3}\p{Lu}|^\p{Ll}{2,} [\d\p{Lu}]/u.test(prose.slice(at + 1, at + 24))
  );
}

/** Whether a sentence ends at `at` with a space after it: a label doesn't reach over that. */
function endsSentence(prose: string, at: number): boolean {
  const character = prose.charAt(at);
  if (!/\s/u.test(prose.charAt(at + 1))) return false;
  if ("!?;。！？".includes(character)) return true;
  if (character !== ".") return false;
  const previous = prose.slice(Math.max(0, at - 8), at);
  return !/(?:^|[\s.])\d{1,2}$/u.test(previous) && !ABBREVIATION.test(previous);
}

/** The label that ends at a colon, or null where a sentence runs up to it. */
function labelBefore(prose: string, block: Span, colon: number): PageLabel | null {
  const floor = Math.max(block.start, colon - LONGEST_LABEL);
  for (let at = colon - 1; at >= floor; at -= 1) {
    if (prose.charAt(at) === ":") {
      const spaced = /\s/u.test(prose.charAt(at + 1));
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
  const open = prose.lastIndexOf("(", at);
  return open >= floor && prose.lastIndexOf(")", at) < open;
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
