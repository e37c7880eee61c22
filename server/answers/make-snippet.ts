import type { Snippet } from "./contract";
import type { SearchPlan } from "./search-plan";

const LENGTH = 220;

/**
 * A line or two of an answer for a list: `piece` of its text without Markdown's signs, and where the sought words stand in
 * it. `cut`: the piece begins in the middle of the text.
 */
export function makeSnippet(piece: string, cut: boolean, plan: SearchPlan | null): Snippet {
  const whole = withoutMarkdown(cut ? piece.replace(/^\S*\s+/u, "") : piece);
  const short =
    whole.length > LENGTH
      ? `${whole
          .slice(0, LENGTH)
          .replace(/\s+\S*$/u, "")
          .toWellFormed()} …`
      : whole;
  const text = cut ? `… ${short}` : short;
  return { text, marks: plan === null ? [] : findMarks(text, plan) };
}

function findMarks(text: string, { by, sought }: SearchPlan): Snippet["marks"] {
  if (sought.length === 0) return [];
  const any = sought.map((each) => each.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
  const pattern = by === "words" ? `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])` : any;
  return [...text.matchAll(new RegExp(pattern, "giu"))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Prose alone: signs of headings, lists, tables and emphasis out, links as their labels, one space for any white space. */
function withoutMarkdown(source: string): string {
  return source
    .replace(/!?\[([^\]\n]*)\](?:\([^)\s]*(?:\s+"[^"]*")?\)|\[[^\]\n]*\])/g, "$1")
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+])[ \t]+/gm, "")
    .replace(/^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/gm, "")
    .replace(/\*+|`+|\|/g, (sign) => (sign === "|" ? " " : ""))
    .replace(/\s+/gu, " ")
    .trim();
}
