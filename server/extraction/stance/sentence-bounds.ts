import type { Span } from "@/server/extraction/extraction-types";
import { ABBREVIATION } from "@/server/extraction/structure/label-tables";

const LONGEST = 400;
const SPACE = /\s/u;
const CAPITAL = /\p{Lu}/u;
const MAY_END = /[\p{Ll})]/u;

/** Whether a sentence ends before the offset: a stop and a space, a full-width stop, a line break, or a glued page's seam. */
export function endsAt(prose: string, at: number): boolean {
  switch (prose.charCodeAt(at - 1)) {
    case 0x0a:
    case 0x3002:
    case 0xff01:
    case 0xff1f:
      return true;
    case 0x21:
    case 0x3f:
      return SPACE.test(prose.charAt(at));
    case 0x2e: {
      const next = prose.charAt(at);
      if (SPACE.test(next)) return !ABBREVIATION.test(prose.slice(Math.max(0, at - 9), at - 1));
      return CAPITAL.test(next) && MAY_END.test(prose.charAt(at - 2));
    }
    default:
      return false;
  }
}

function sentenceEnd(prose: string, from: number): number {
  const limit = Math.min(prose.length, from + LONGEST);
  for (let at = from + 1; at < limit; at += 1) if (endsAt(prose, at)) return at;
  return limit;
}

/** The sentence in which a span stands, at most a few hundred units to either side. */
export function sentenceAround(prose: string, span: Span): Span {
  const floor = Math.max(0, span.start - LONGEST);
  let start = span.start;
  while (start > floor && !endsAt(prose, start)) start -= 1;
  return { start, end: sentenceEnd(prose, span.end) };
}

/** The sentence after one, on the same line; an empty span where there is none. */
export function sentenceAfter(prose: string, { end }: Span): Span {
  if (end >= prose.length || prose[end - 1] === "\n") return { start: end, end };
  return { start: end, end: sentenceEnd(prose, end) };
}
