import type { Span } from "@/server/extraction";

export interface Snippet {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

const BEFORE = 90;
const AFTER = 160;

/** A piece of the text around the first of `spans`, cut between words where there are any, with the spans that lie in it. */
export function cutSnippet(text: string, spans: readonly Span[]): Snippet {
  const [first] = [...spans].sort((one, other) => one.start - other.start);
  if (!first) return { text: "", spans: [], cut: { before: false, after: false } };
  const from = startOfWord(text, Math.max(0, first.start - BEFORE), first.start);
  const to = endOfWord(text, Math.min(text.length, first.end + AFTER), first.end);
  return {
    text: text.slice(from, to),
    spans: spans
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start - from, end: end - from })),
    cut: { before: from > 0, after: to < text.length },
  };
}

function startOfWord(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, limit).search(/\s/u);
  return space === -1 ? wholeCharacter(text, from) : from + space + 1;
}

function endOfWord(text: string, to: number, limit: number): number {
  if (to === text.length) return to;
  const space = text.slice(limit, to).search(/\s\S*$/u);
  return space === -1 ? wholeCharacter(text, to) : limit + space;
}

/** Never between the two halves of a character. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
