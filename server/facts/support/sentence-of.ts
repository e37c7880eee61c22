import { sentenceAround } from "@/server/extraction";
import type { Span } from "../rules/clauses-about";
import { isContent, wordsIn } from "../rules/words";
import { trimmed } from "../statements/find-statements";

/** A passage longer than this is no sentence: what stands at its end is what the source is given for. */
const LONGEST = 400;
const FEWEST_WORDS = 3;

/**
 * The sentence that leans on a citation: the one in which its passage ends, or the one before where only the mark of the
 * citation stands there. Null where there is none.
 */
export function sentenceOf(text: string, span: Span): Span | null {
  const at = span.end - span.start > LONGEST ? { start: span.end - 1, end: span.end } : span;
  const around = trimmed(text, sentenceAround(text, at));
  if (saysSomething(text, around)) return around;
  const before = text.slice(0, around.start).trimEnd().length;
  if (before === 0) return null;
  const previous = trimmed(text, sentenceAround(text, { start: before - 1, end: before - 1 }));
  return saysSomething(text, previous) ? previous : null;
}

function saysSomething(text: string, { start, end }: Span): boolean {
  return end > start && wordsIn(text.slice(start, end)).filter(isContent).length >= FEWEST_WORDS;
}
