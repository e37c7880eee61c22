import { parse } from "tldts";
import { ECHO } from "@/server/extraction/context/context-cues";
import type { Span } from "@/server/extraction/extraction-types";
import { BOILERPLATE } from "./boilerplate";
import { findLinks, type TextLink } from "./find-links";
import { CITATION_MARKERS, SOURCE_CUE } from "./source-cues";
import { spanTester } from "./span-tester";

/** The text with everything that is no prose overwritten by `MASK`, same length, line breaks kept; and its links. */
export type MaskedText = { readonly prose: string; readonly links: readonly TextLink[] };

/** Stands for a masked unit: belongs to no name and to no word. */
export const MASK = "\uFFFC";

const LONGEST_EMAIL_PART = 64;
const TAG = /<\/?[a-z][^<>]{0,500}>|<!--[^<>]{0,2000}-->/giu;
const DOMAIN_WITH_PATH =
  /(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}\/[^\s)\]<>"\u3000-\u303F]{0,2048}/giu;
const THINK_OPEN = /<(think|thinking|reasoning)>/giu;
const THINK_CLOSE = /<\/(?:think|thinking|reasoning)>/giu;
const ENTITY = /&(?:nbsp|quot|lt|gt|#\d{1,6});/giu;

/** Spans of hidden reasoning: closed blocks, an unclosed one to the end, and all before a close without an open. */
function thinkSpans(text: string): Span[] {
  const spans: Span[] = [];
  const closes = [...text.matchAll(THINK_CLOSE)];
  const opens = [...text.matchAll(THINK_OPEN)];
  let done = 0;
  let next = 0;
  for (const close of closes) {
    const end = close.index + close[0].length;
    while (next < opens.length && (opens[next]?.index ?? 0) < done) next += 1;
    const open = opens[next];
    const start = open !== undefined && open.index < close.index ? open.index : done === 0 ? 0 : close.index;
    spans.push({ start, end });
    done = end;
  }
  const unclosed = opens.find((open) => open.index >= done);
  if (unclosed !== undefined) spans.push({ start: unclosed.index, end: text.length });
  return spans;
}

function emailSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST_EMAIL_PART && /[\w.+-]/.test(text[start - 1] ?? "")) start -= 1;
    const host = /^(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/i.exec(text.slice(at + 1, at + 1 + 260));
    if (start < at && host !== null) spans.push({ start, end: at + 1 + host[0].length });
  }
  return spans;
}

function boilerplateSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const line of BOILERPLATE) {
    for (let at = text.indexOf(line); at >= 0; at = text.indexOf(line, at + line.length)) {
      spans.push({ start: at, end: at + line.length });
    }
  }
  return spans;
}

function patternSpans(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function pathSpans(text: string): Span[] {
  return patternSpans(text, DOMAIN_WITH_PATH).filter(
    ({ start, end }) => parse(text.slice(start, end)).isIcann === true,
  );
}

/** Whether a link's label only says where a claim comes from: all in brackets, after the sentence, or after a cue. */
function labelsSource(text: string, link: TextLink): boolean {
  const before = text.slice(Math.max(0, link.whole.start - 60), link.whole.start);
  if (SOURCE_CUE.test(before)) return true;
  const after = text.slice(link.whole.end, link.whole.end + 40);
  const closes = /^[\s,;]*(?:\)|\]|\[|$|\n)/u.test(after) || /^\s*[,;|]\s*\[/u.test(after);
  if (/[([][\s]*$/u.test(before) && /^\s*(?:[)\],;]|$)/u.test(after)) return true;
  if (/\)\s*[,;]?\s*$|\][,;]\s*$/u.test(before) && /^\s*[)\],;]/u.test(after)) return true;
  return closes && /[.!?。！？]["”’)*_]{0,3}\s*$/u.test(before);
}

function linkSpans(text: string, links: readonly TextLink[]): Span[] {
  const spans: Span[] = [];
  for (const link of links) {
    const hidden = link.shape === "bare" || link.shape === "image" || labelsSource(text, link);
    if (hidden) spans.push(link.whole);
    else
      spans.push(
        { start: link.whole.start, end: link.label.start },
        { start: link.label.end, end: link.whole.end },
      );
  }
  return spans;
}

function overwrite(text: string, spans: readonly Span[]): string {
  const sorted = [...spans].sort((left, right) => left.start - right.start);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    pieces.push(text.slice(at, from), text.slice(from, end).replace(/[^\n]/g, MASK));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** Overwrites what no reader reads as prose (see boilerplate.ts and source-cues.ts for the tables). Never throws. */
export function maskText(text: string): MaskedText {
  const { links, definitions } = findLinks(text);
  const think = thinkSpans(text);
  const spans = [
    ...think,
    ...definitions,
    ...linkSpans(text, links),
    ...CITATION_MARKERS.flatMap((marker) => patternSpans(text, marker)),
    ...pathSpans(text),
    ...emailSpans(text),
    ...patternSpans(text, TAG),
    ...patternSpans(text, ENTITY),
    ...boilerplateSpans(text),
    ...ECHO.flatMap((echo) => patternSpans(text, new RegExp(echo, "giu"))),
  ];
  const thought = spanTester(think);
  const visible = links.filter(({ whole }) => !thought(whole.start));
  return { prose: overwrite(text, spans), links: visible };
}
