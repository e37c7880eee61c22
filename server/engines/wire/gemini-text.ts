import type { TextSpan } from "../contract";
import type { Part, Segment } from "./gemini-shape";
import { fromUtf8Span } from "./text-offsets";

/** An answer's text, and where each part of the content stands in it; a part without prose (a thought, a call) is null. */
export interface GeminiText {
  readonly text: string;
  readonly parts: readonly (TextSpan | null)[];
}

export function joinParts(parts: readonly Part[]): GeminiText {
  let text = "";
  const places = parts.map((part) => {
    if (typeof part.text !== "string" || part.thought === true) return null;
    const start = text.length;
    text += part.text;
    return { start, end: text.length };
  });
  return { text, parts: places };
}

/**
 * Where a segment stands in the text. Its offsets are UTF-8 bytes within its part; some answers count through the whole text
 * instead. The vendor repeats the passage, so the reading that hits it wins, and its only occurrence where neither does.
 */
export function placeOf(
  { partIndex, startIndex, endIndex, text: passage }: Segment,
  { text, parts }: GeminiText,
): TextSpan | null {
  const part = parts[partIndex ?? 0];
  const start = startIndex ?? 0;
  const end = endIndex ?? -1;
  const inPart = part && shifted(fromUtf8Span(text.slice(part.start, part.end), start, end), part.start);
  const readings = [inPart ?? null, fromUtf8Span(text, start, end)].filter((span) => span !== null);
  if (!passage) return readings[0] ?? null;
  const hit = readings.find((span) => text.slice(span.start, span.end) === passage);
  return hit ?? onlyOccurrence(text, passage);
}

function shifted(span: TextSpan | null, by: number): TextSpan | null {
  return span && { start: span.start + by, end: span.end + by };
}

function onlyOccurrence(text: string, passage: string): TextSpan | null {
  const start = text.indexOf(passage);
  return start >= 0 && start === text.lastIndexOf(passage) ? { start, end: start + passage.length } : null;
}
