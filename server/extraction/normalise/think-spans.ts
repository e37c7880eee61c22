import type { Span } from "@/server/extraction/extraction-types";

const OPEN = /<(?:think|thinking|reasoning|scratchpad)>/giu;
const CLOSE = /<\/(?:think|thinking|reasoning|scratchpad)>/giu;

/** Where matches of a global pattern start, and where they end. Numbers alone: a text may have a million of them. */
function matches(text: string, pattern: RegExp): { readonly starts: number[]; readonly ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    starts.push(match.index);
    ends.push(pattern.lastIndex);
  }
  return { starts, ends };
}

/** Spans of hidden reasoning: closed blocks, an unclosed one to the end, and all before a close without an open. */
export function thinkSpans(text: string): Span[] {
  if (!text.includes("<")) return [];
  const spans: Span[] = [];
  const closes = matches(text, CLOSE);
  const opens = matches(text, OPEN).starts;
  let done = 0;
  let next = 0;
  closes.starts.forEach((close, index) => {
    while (next < opens.length && (opens[next] ?? 0) < done) next += 1;
    const open = opens[next];
    const start = open !== undefined && open < close ? open : done === 0 ? 0 : close;
    done = closes.ends[index] ?? close;
    spans.push({ start, end: done });
  });
  const unclosed = opens.find((open) => open >= done);
  if (unclosed !== undefined) spans.push({ start: unclosed, end: text.length });
  return spans;
}
