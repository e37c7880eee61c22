import type { Span } from "@/server/extraction/extraction-types";
import { classifyLabel } from "./classify-label";
import type { ItemCollector } from "./item-collector";
import { ABBREVIATION } from "./label-tables";
import type { LowerWords } from "./lower-words";

const LONGEST_LABEL = 120;
const CARD = /[$€£¥₹]\s?\d/gu;
/** Whatever ends what stands before a label: at most characters nothing has to be looked at. */
const MAY_END = "\uFFFC\n:!?。！？;).";
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const CAPITAL = /[\p{Lu}]/u;
const INITIAL = /(?:^|\P{L})\p{Lu}$/u;
const DIGIT = /\d/u;
const SMALL_LETTER_LAST = /[\p{Ll}]$/u;
const STYLED_NAME = /^\p{Ll}{1,3}\p{Lu}|^\p{Ll}{2,}\s[\d\p{Lu}]/u;
const SPACE = /\s/u;
const SHORT_NUMBER_LAST = /(?:^|[\s.])\d{1,2}$/u;
/** Where a card's name may start: behind a count of reviews, a price, a sentence or a mask. */
const CARD_CUT = /\(\d[\d.,k+]*\)|\d[.,]\d{1,2}(?=\p{L})|[.:!?]\s?(?=\p{Lu})|\uFFFC+/gu;

/** Where the label that ends at a colon starts: after the last sentence end, colon, bracket-glue or price before it. */
function labelStart(prose: string, end: number): number {
  const floor = Math.max(0, end - LONGEST_LABEL);
  for (let at = end - 1; at >= floor; at -= 1) {
    const character = prose[at] ?? "";
    if (!MAY_END.includes(character)) continue;
    const next = prose[at + 1] ?? "";
    if (character === "\uFFFC" || character === "\n" || character === ":") return at + 1;
    if ("!?。！？;".includes(character)) return at + 1;
    if (character === ")" && LETTER_OR_NUMBER.test(next)) return at + 1;
    if (character !== ".") continue;
    const previous = prose.slice(Math.max(0, at - 8), at);
    if (CAPITAL.test(next) && !INITIAL.test(previous)) return at + 1;
    const afterSmall = SMALL_LETTER_LAST.test(previous);
    if (afterSmall && (DIGIT.test(next) || STYLED_NAME.test(prose.slice(at + 1, at + 24)))) return at + 1;
    if (SPACE.test(next) && !SHORT_NUMBER_LAST.test(previous) && !ABBREVIATION.test(previous)) return at + 1;
  }
  return floor === 0 ? 0 : -1;
}

function trimmed(prose: string, span: Span): Span {
  const lead = /^[\s\uFFFC]*(?:\d{1,2}[.)]\s+)?/u.exec(prose.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: Math.min(span.start + lead, span.end), end: span.end };
}

/** Labels of a page flattened to one line: what stands between a boundary and a colon. */
function colonLabels(prose: string): Span[] {
  const labels: Span[] = [];
  for (let colon = prose.indexOf(":"); colon >= 0; colon = prose.indexOf(":", colon + 1)) {
    if (/\d/u.test(prose[colon + 1] ?? "") && /\d/u.test(prose[colon - 1] ?? "")) continue;
    const start = labelStart(prose, colon);
    if (start >= 0 && start < colon) labels.push(trimmed(prose, { start, end: colon }));
  }
  return labels;
}

/** Items of text without line breaks, by its "Name:description" lead-ins; lists of advice are passed over. */
export function collectFlattenedItems(prose: string, lower: LowerWords, collector: ItemCollector): void {
  let advice = false;
  let before: Span | null = null;
  for (const label of colonLabels(prose)) {
    const kind = classifyLabel(prose.slice(label.start, label.end), lower);
    // A question right before a list ("What makes a great store?") heads advice.
    const asked = /[?？]\s*$/u.test(prose.slice(Math.max(0, label.start - 4), label.start));
    if (asked && kind !== "section") advice = true;
    if (kind === "criteria") advice = true;
    else if (kind === "section") advice = false;
    const named = !advice && (kind === "name" || kind === "plain");
    // "The Resistance: Avalon: a game" is one label with a colon in it.
    const continued: Span | null =
      before !== null && prose.slice(before.end, label.start) === ": " ? before : null;
    if (named) collector.add(continued === null ? label : { start: continued.start, end: label.end });
    before = named ? label : null;
  }
}

/** Where a card's name starts in the text before its price. */
function cardStart(before: string): number {
  let start = 0;
  for (const cut of before.matchAll(CARD_CUT)) {
    if (!ABBREVIATION.test(before.slice(0, cut.index))) start = cut.index + cut[0].length;
  }
  return start;
}

/** Items by product cards run together ("Acer Swift Go 14$699.99$849.994.8(708)Asus Vivobook..."). */
export function collectCardItems(prose: string, lower: LowerWords, collector: ItemCollector): void {
  for (const price of prose.matchAll(CARD)) {
    const floor = Math.max(0, price.index - LONGEST_LABEL);
    const before = prose.slice(floor, price.index);
    if (/\d[.,]\d{1,2}$|\s$/u.test(before)) continue;
    const cut = cardStart(before);
    if (cut === 0 && floor > 0) continue;
    const span = { start: floor + cut, end: price.index };
    if (classifyLabel(prose.slice(span.start, span.end), lower) === "name") collector.add(span);
  }
}
