import type { TextSpan } from "../contract";

const astral = /[\u{10000}-\u{10FFFF}]/u;

interface OffsetClaim {
  readonly start: number;
  readonly end: number;
  /** What should stand in the passage if the offsets were read rightly: the url, or the host that stands for it. */
  readonly hint: string;
}

/**
 * Turns a vendor's character offsets into UTF-16 ones. Vendors count code points or UTF-16 units and don't say which, and
 * the two differ only after a character beyond the BMP (emoji): then the reading under which more passages hold their hint
 * wins, code points on a draw. A span outside the text, or empty, becomes null.
 */
export function toUtf16Spans(text: string, claims: readonly OffsetClaim[]): (TextSpan | null)[] {
  const asUnits = claims.map(({ start, end }) => spanIn(text, start, end));
  if (!astral.test(text)) return asUnits;
  const units = codePointStarts(text);
  const asPoints = claims.map(({ start, end }) => spanIn(text, units[start] ?? -1, units[end] ?? -1));
  return hits(text, claims, asUnits) > hits(text, claims, asPoints) ? asUnits : asPoints;
}

/** The reverse: code point offsets of a UTF-16 span, as the sandbox's encoder needs them. */
export function toCodePointSpan(text: string, span: TextSpan): TextSpan {
  const start = countCodePoints(text.slice(0, span.start));
  return { start, end: start + countCodePoints(text.slice(span.start, span.end)) };
}

/** UTF-16 span of UTF-8 byte offsets; null outside the text, in the middle of a character, or empty. */
export function fromUtf8Span(text: string, start: number, end: number): TextSpan | null {
  const bytes = Buffer.from(text, "utf8");
  if (start < 0 || start >= end || end > bytes.length) return null;
  if (isContinuation(bytes[start]) || isContinuation(bytes[end])) return null;
  const first = bytes.toString("utf8", 0, start).length;
  return { start: first, end: first + bytes.toString("utf8", start, end).length };
}

/** The reverse. */
export function toUtf8Span(text: string, span: TextSpan): TextSpan {
  const start = Buffer.byteLength(text.slice(0, span.start));
  return { start, end: start + Buffer.byteLength(text.slice(span.start, span.end)) };
}

/** A byte of the form 10xxxxxx continues a character (RFC 3629). */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >> 6 === 0b10;
}

function countCodePoints(text: string): number {
  return astral.test(text) ? [...text].length : text.length;
}

/** UTF-16 offset of each code point, and of the end. */
function codePointStarts(text: string): number[] {
  const starts: number[] = [];
  let offset = 0;
  for (const character of text) {
    starts.push(offset);
    offset += character.length;
  }
  return [...starts, offset];
}

function spanIn(text: string, start: number, end: number): TextSpan | null {
  return start >= 0 && start < end && end <= text.length ? { start, end } : null;
}

function hits(text: string, claims: readonly OffsetClaim[], spans: readonly (TextSpan | null)[]): number {
  return claims.filter(({ hint }, index) => {
    const span = spans[index];
    return span && text.slice(span.start, span.end).includes(hint);
  }).length;
}
