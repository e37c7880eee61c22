import type { Span } from "@/server/extraction/extraction-types";

/** A shorter prompt ("best crm") stands in answers without being repeated. */
const SHORTEST_ECHO = 12;
/** Answers repeat the question before they answer. */
const LONGEST_LEAD = 1_500;
const MOST_ECHOES = 5;

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Where the beginning of an answer repeats its prompt word for word, whatever the case, spaces and closing mark. */
export function echoSpans(text: string, prompt: string): Span[] {
  const words = prompt
    .trim()
    .replace(/[\s.?!。？！]+$/u, "")
    .split(/\s+/u);
  if (words.join(" ").length < SHORTEST_ECHO || words.length > 200) return [];
  const pattern = new RegExp(`${words.map(escaped).join("\\s+")}[.?!。？！]*`, "giu");
  const spans: Span[] = [];
  for (const match of text.slice(0, LONGEST_LEAD).matchAll(pattern)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
    if (spans.length >= MOST_ECHOES) break;
  }
  return spans;
}
