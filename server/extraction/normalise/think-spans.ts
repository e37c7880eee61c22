import type { Span } from "@/server/extraction/extraction-types";

const OPEN = /<(think|thinking|reasoning|scratchpad)>/giu;
const CLOSE = /<\/(?:think|thinking|reasoning|scratchpad)>/giu;

/** Spans of hidden reasoning: closed blocks, an unclosed one to the end, and all before a close without an open. */
export function thinkSpans(text: string): Span[] {
  if (!text.includes("<")) return [];
  const spans: Span[] = [];
  const closes = [...text.matchAll(CLOSE)];
  const opens = [...text.matchAll(OPEN)];
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
