import { parse } from "tldts";
import { ECHO } from "@/server/extraction/context/context-cues";
import type { Span } from "@/server/extraction/extraction-types";
import { BOILERPLATE_LINE, SENTINEL } from "./boilerplate";
import { echoSpans } from "./echo-spans";
import { findLinks, type TextLink } from "./find-links";
import { CITATION_MARKERS, labelsSource } from "./source-cues";
import { spanTester } from "./span-tester";
import { thinkSpans } from "./think-spans";

/** The text with everything that is no prose overwritten by `MASK`, same length, line breaks kept; and its links. */
export type MaskedText = { readonly prose: string; readonly links: readonly TextLink[] };

/** Stands for a masked unit: belongs to no name and to no word. */
export const MASK = "\uFFFC";

const LONGEST_SENTINEL = 600;
const LONGEST_EMAIL_PART = 64;
const LONGEST_PATH = 2048;
const TAG = /<\/?[a-z][^<>]{0,500}>|<!--[^<>]{0,2000}-->/giu;
const ENTITY = /&(?:nbsp|quot|lt|gt|#(?!3[89];)\d{1,6});/giu;
const LONGEST_HOST = 253;
const HOST = /^(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}$/iu;
const NO_HOST_BEFORE = /[\p{L}\p{N}@_]/u;
const PATH_END = /[\s)\]<>"\u3000-\u303F\uFFFC]/gu;

function addEmails(text: string, spans: Span[]): void {
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST_EMAIL_PART && /[\w.+-]/.test(text[start - 1] ?? "")) start -= 1;
    const host = /^(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/i.exec(text.slice(at + 1, at + 1 + 260));
    if (start < at && host !== null) spans.push({ start, end: at + 1 + host[0].length });
  }
}

function addMatches(text: string, pattern: RegExp, spans: Span[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    spans.push({ start: match.index, end: pattern.lastIndex });
}

/** Where the letters, digits, dots and hyphens right before a slash begin. */
function hostStart(text: string, slash: number): number {
  let at = slash;
  while (at > 0 && slash - at < LONGEST_HOST && /[a-z0-9.-]/iu.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Addresses without a scheme but with a path ("review.com/acme"), found by their slashes. */
function addPaths(text: string, spans: Span[]): void {
  let done = 0;
  for (let slash = text.indexOf("/"); slash >= 0; slash = text.indexOf("/", slash + 1)) {
    if (slash < done || !/[a-z]/iu.test(text[slash - 1] ?? "")) continue;
    const start = hostStart(text, slash);
    if (!HOST.test(text.slice(start, slash)) || NO_HOST_BEFORE.test(text[start - 1] ?? "")) continue;
    PATH_END.lastIndex = slash + 1;
    const stop = PATH_END.exec(text.slice(0, slash + LONGEST_PATH));
    done = stop === null ? Math.min(text.length, slash + LONGEST_PATH) : stop.index;
    if (parse(text.slice(start, done)).isIcann === true) spans.push({ start, end: done });
  }
}

function addLinks(text: string, links: readonly TextLink[], spans: Span[]): void {
  for (const link of links) {
    const hidden = link.shape === "bare" || link.shape === "image" || labelsSource(text, link);
    if (hidden) spans.push(link.whole);
    else
      spans.push(
        { start: link.whole.start, end: link.label.start },
        { start: link.label.end, end: link.whole.end },
      );
  }
}

function masked(piece: string): string {
  return piece.includes("\n") ? piece.replace(/[^\n]/g, MASK) : MASK.repeat(piece.length);
}

function overwrite(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const sorted = [...spans].sort((left, right) => left.start - right.start);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    pieces.push(text.slice(at, from), masked(text.slice(from, end)));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** Everything that stands in the text but belongs to the page, the pipeline or the question. */
function addApparatus(text: string, prompt: string | null, spans: Span[]): void {
  for (const { needs, pattern } of CITATION_MARKERS)
    if (text.includes(needs)) addMatches(text, pattern, spans);
  if (text.includes("<")) addMatches(text, TAG, spans);
  if (text.includes("&")) addMatches(text, ENTITY, spans);
  addPaths(text, spans);
  addEmails(text, spans);
  addMatches(text, BOILERPLATE_LINE, spans);
  for (const echo of ECHO) {
    const match = echo.exec(text);
    if (match !== null) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  if (prompt !== null) for (const span of echoSpans(text, prompt)) spans.push(span);
}

/**
 * Overwrites what no reader reads as prose (see boilerplate.ts and source-cues.ts for the tables), and what
 * only repeats the prompt. Never throws.
 */
export function maskText(text: string, prompt: string | null): MaskedText {
  if (text.length < LONGEST_SENTINEL && SENTINEL.test(text)) return { prose: masked(text), links: [] };
  const { links, definitions } = findLinks(text);
  const think = thinkSpans(text);
  const spans = [...think, ...definitions];
  addLinks(text, links, spans);
  addApparatus(text, prompt, spans);
  const thought = spanTester(think);
  const visible = think.length === 0 ? links : links.filter(({ whole }) => !thought(whole.start));
  return { prose: overwrite(text, spans), links: visible };
}
