import type { Span } from "@/server/extraction/extraction-types";
import { type AnswerLines, LIST_LINE } from "./answer-lines";

/** Where an item's parts stand in the prose. `cells` and `columns` are a table's; `body` is empty there. */
export type ItemPlace = {
  readonly label: Span;
  readonly body: Span;
  readonly cells: readonly Span[];
  readonly columns: readonly Span[];
  /** Headings above, the nearest first. */
  readonly headings: readonly Span[];
};

const LONGEST_BODY = 700;
const LONGEST_LEAD = 60;
/** At a line break. */
const STOPS = /\n {0,3}#{1,6} /uy;
const STOPS_LISTED = /\n {0,3}#{1,6} |\n\s*\n(?![ \t])(?!\d{1,3}[.)])[^-*•|\s]/uy;
const RULE_ROW = /^[ \t]*\|?[\s:|-]*-[\s:|-]*$/u;

function cellsOf(prose: string, line: Span): Span[] {
  const cells: Span[] = [];
  let start = line.start;
  for (let at = line.start; at <= line.end; at += 1) {
    if (at < line.end && prose[at] !== "|") continue;
    if (at > start) cells.push({ start, end: at });
    start = at + 1;
  }
  return cells;
}

function columnsAbove(prose: string, line: Span, lines: AnswerLines): Span[] {
  let below = line;
  for (let rows = 0; rows < 60 && below.start > 0; rows += 1) {
    const above = lines.at(below.start - 1);
    const text = prose.slice(above.start, above.end);
    if (!text.includes("|")) return [];
    if (RULE_ROW.test(text)) return above.start === 0 ? [] : cellsOf(prose, lines.at(above.start - 1));
    below = above;
  }
  return [];
}

/** Where the text of an item ends: at the next item, a heading, or a paragraph after a list. */
function bodyEnd(prose: string, from: number, nextLabel: number, listed: boolean): number {
  const end = Math.min(prose.length, from + LONGEST_BODY, nextLabel);
  const text = prose.slice(from, end);
  const stops = listed ? STOPS_LISTED : STOPS;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    stops.lastIndex = at;
    if (stops.test(text)) return from + at;
  }
  const broken = end === nextLabel ? prose.slice(from, end + 1).lastIndexOf("\n") : -1;
  return broken > 0 ? from + broken : end;
}

/** Finds the parts of the item that a label names. `nextLabel` is where the next item's label starts. */
export function locateItem(prose: string, lines: AnswerLines, label: Span, nextLabel: number): ItemPlace {
  const line = lines.at(label.start);
  const text = prose.slice(line.start, line.end);
  const headings = lines.headingsAbove(line);
  if (/^[ \t]*\|/u.test(text)) {
    const cells = cellsOf(prose, line);
    const columns = columnsAbove(prose, line, lines);
    const told = cells.map(({ start, end }) => end <= label.start || start >= label.end);
    const pick = (spans: readonly Span[]) => spans.filter((_, index) => told[index] === true);
    return {
      label,
      body: { start: line.end, end: line.end },
      cells: pick(cells),
      columns: pick(columns),
      headings,
    };
  }
  // "Best overall: Acme X1": what heads the name is said of the item.
  const lead = label.start - line.start < LONGEST_LEAD ? line.start : label.start;
  const end = bodyEnd(prose, label.end, nextLabel, LIST_LINE.test(text));
  return {
    label: { start: lead, end: label.end },
    body: { start: label.end, end },
    cells: [],
    columns: [],
    headings,
  };
}

/** Whether a naming opens a line of a list or a table, so that it is an item though no list was found. */
export function opensItemLine(prose: string, lines: AnswerLines, span: Span): boolean {
  const line = lines.at(span.start);
  const before = prose.slice(line.start, span.start);
  // What is indented is an item's property.
  return (
    /^\S/u.test(before) &&
    LIST_LINE.test(before) &&
    /^[^\p{L}\p{N}]*(?:\d{1,3}[.)])?[^\p{L}\p{N}]*$/u.test(before)
  );
}
