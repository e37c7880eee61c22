import type { Span } from "@/server/extraction/extraction-types";
import { ABBREVIATION } from "@/server/extraction/structure/label-tables";

const LONGEST = 400;

/** Whether a sentence ends before the offset: a stop and a space, a full-width stop, a line break, or a glued page's seam. */
function endsAt(prose: string, at: number): boolean {
  const last = prose[at - 1] ?? "";
  if (last === "\n" || "。！？".includes(last)) return true;
  if (!".!?".includes(last)) return false;
  const next = prose[at] ?? "";
  if (/\s/u.test(next)) return last !== "." || !ABBREVIATION.test(prose.slice(Math.max(0, at - 9), at - 1));
  return last === "." && /\p{Lu}/u.test(next) && /[\p{Ll})]/u.test(prose[at - 2] ?? "");
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
