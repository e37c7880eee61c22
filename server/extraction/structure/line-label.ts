import type { Span } from "@/server/extraction/extraction-types";
import { classifyLabel, cleanLabel, type LabelKind } from "./classify-label";
import { SMALL_WORDS } from "./label-tables";
import type { LowerWords } from "./lower-words";

/** What a line offers to be an item, in offsets of the line, and what it seems to be. */
export type LineLabel = { readonly span: Span; readonly kind: LabelKind };

/** "1. ", "**2)", "3️⃣" after the marker of a heading, a bullet or a bold line. */
const NUMBER_LEAD =
  /^[*_\s]*(?:[^\p{L}\p{N}*_\s]{1,6}\s*)?(?:\*\*|__)?(?:#?\d{1,3}[.):]|\d\uFE0F?\u20E3)\s+/u;
const LONGEST_LEAD = 160;
const DASH = /[ \t]+[–—-][ \t]+|[ \t]*(?<!\d)[–—](?!\d)[ \t]*/u;
const MOST_PLAIN_WORDS = 6;
const SMALL_FIRST = /^\p{Ll}/u;
const SMALL_WORD = /^\p{Ll}{2,}$/u;
const LETTER = /[\p{L}]/u;
const MAKER =
  /^[*_\s]*(?:\((?:by |from )?[^()\n]{1,50}\)|(?:by|von)\s+[\p{Lu}\p{N}][^\s,.:;(]{0,30}(?:\s\p{Lu}[^\s,.:;(]{0,30})?)/u;

/** The label's end in a line: the bold or link that opens it, else the first colon, dash or sentence end. */
function leadEnd(line: string, from: number): number {
  const rest = line.slice(from, from + LONGEST_LEAD);
  const link = /^[^\p{L}\p{N}\uFFFC]{0,8}\uFFFC+[^\uFFFC]+(?=\uFFFC)/u.exec(rest);
  if (link !== null) return from + link[0].length;
  const bold = /^[^\p{L}\p{N}*_]{0,8}(?:\*\*|__)(.+?)(?:\*\*|__)/u.exec(rest);
  if (bold !== null) return from + bold[0].length;
  const stop = /[:：](?!\d|\/\/)|[ \t][–—-][ \t]|—|[.!?。！？](?=\s|$)/u.exec(rest);
  return from + (stop === null ? rest.length : stop.index);
}

/** Whether a text is a few words in capitals, as a name of ordinary words is: "Lively (formerly GreatCall)", "Mint Mobile 55+". */
function isCapitalised(text: string): boolean {
  const words = cleanLabel(text).split(/\s+/u);
  return (
    words.length <= MOST_PLAIN_WORDS &&
    words.every((word) => !SMALL_FIRST.test(word) || SMALL_WORDS.has(word))
  );
}

/** The second part of "Best overall: Acme X1 – light", when the first part only heads it and the second is a name. */
function afterLead(line: string, end: number, lower: LowerWords): Span | null {
  const gap = /^[*_\s]*(?:[:：]|[–—-](?=\s))?[*_\s\uFFFC]*/u.exec(line.slice(end, end + 60))?.[0].length ?? 0;
  const from = end + gap;
  const to = leadEnd(line, from);
  if (to <= from || to - from >= 90) return null;
  const text = line.slice(from, to);
  const kind = classifyLabel(text, lower);
  const bold = /\*\*\s*$/u.test(line.slice(0, from)) || /^\s*\*\*/u.test(text);
  const named = kind === "name" && (bold || /^\W*[\p{Lu}\p{N}]/u.test(text)) && smallWords(text) < 2;
  return named || (kind === "plain" && bold && isCapitalised(text)) ? { start: from, end: to } : null;
}

function smallWords(text: string): number {
  return text.split(/\s+/u).filter((word) => SMALL_WORD.test(word) && !SMALL_WORDS.has(word)).length;
}

/** A maker named right after the label: "Eres (by Chanel)", "ThinkPad by Lenovo". */
function withMaker(line: string, label: Span): Span {
  const maker = MAKER.exec(line.slice(label.end, label.end + 80));
  return maker === null ? label : { start: label.start, end: label.end + maker[0].length };
}

/** The label of a heading, list item or bold line whose marker ends at `after`: what it opens with, or the pick behind that. */
export function labelOf(line: string, after: number, lower: LowerWords): LineLabel {
  const number = NUMBER_LEAD.exec(line.slice(after, after + 24));
  const from = after + (number?.[0].length ?? 0);
  const end = leadEnd(line, from);
  const lead = line.slice(from, end);
  if (/[?？]/u.test(line.charAt(end))) return { span: { start: from, end }, kind: "criteria" };
  const kind = classifyLabel(lead, lower);
  if (kind === "section" || kind === "plain" || kind === "attribute") {
    const second = afterLead(line, end, lower);
    if (second !== null && kind !== "plain" && !/^\W*(?:network|price|note|pricing)/iu.test(lead)) {
      if (kind === "section" || /^\W*best\b/iu.test(lead))
        return { span: withMaker(line, second), kind: "name" };
    }
  }
  const dash = DASH.exec(lead);
  // "Acme Midnight – Best Overall for Side Sleepers" in one bold: the name stands first.
  if (dash !== null && dash.index > 0 && kind !== "name") {
    const first = classifyLabel(lead.slice(0, dash.index), lower);
    const rest = classifyLabel(lead.slice(dash.index + dash[0].length), lower);
    if ((first === "name" || first === "plain") && (rest === "section" || rest === "attribute"))
      return { span: { start: from, end: from + dash.index }, kind: "name" };
  }
  const split = /[:：]\s+/u.exec(lead) ?? dash;
  if (split !== null && classifyLabel(lead.slice(0, split.index), lower) === "section") {
    const start = from + split.index + split[0].length;
    const second = classifyLabel(line.slice(start, end), lower);
    if (second === "name" || second === "plain")
      return { span: withMaker(line, { start, end }), kind: "name" };
  }
  return { span: withMaker(line, { start: from, end }), kind };
}

/** The first cell of a table row that isn't a mere number or a heading of a kind. */
export function rowLabel(line: string, lower: LowerWords): LineLabel {
  let at = line.indexOf("|") + 1;
  for (let cell = 0; cell < 2; cell += 1) {
    const close = line.indexOf("|", at);
    const end = close < 0 ? line.length : close;
    const kind = classifyLabel(line.slice(at, end), lower);
    if (kind === "name") return { span: { start: at, end }, kind };
    if (kind !== "section" && LETTER.test(line.slice(at, end))) return { span: { start: at, end }, kind };
    if (close < 0) break;
    at = close + 1;
  }
  return { span: { start: 0, end: 0 }, kind: "section" };
}
