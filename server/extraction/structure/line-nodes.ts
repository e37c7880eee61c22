import type { Span } from "@/server/extraction/extraction-types";
import type { LabelKind } from "./classify-label";
import { type LineLabel, labelOf, rowLabel } from "./line-label";
import type { LowerWords } from "./lower-words";

export type LineShape = "heading" | "bold" | "numbered" | "bullet" | "row";

const HEADING = /^ {0,3}(#{1,6})[ \t]+/u;
const NUMBERED = /^([ \t]*)(?:\*\*|__)?(?:\d{1,3}|[a-zA-Z])[.)](?:\*\*|__)?[ \t]+/u;
const BULLET = /^([ \t]*)[-*+•‣◦▪·–—●○✓✔✅➡→]\uFE0F?[ \t]+/u;
const BOLD_START = /^[ \t]*(?:[^\p{L}\p{N}*_\n]{1,6})?(?:\*\*|__)(?=[^\s*])/u;
const ROW = /^[ \t]*\|/u;
const RULE_ROW = /^[ \t]*\|?[\s:|-]+\|?[ \t]*$/u;
/** No answer has as many lines that can be items; text that only looks like lists isn't read further. */
const MOST_NODES = 5_000;
const BOLD_DEPTH = 7;
const LIST_DEPTH = 8;

/**
 * A line that can head or be an item, with the lines that hang below it. Its label is read when it is asked for: most
 * lines are properties of an item, and nobody asks for theirs.
 */
export class LineNode {
  readonly children: LineNode[] = [];
  readonly shape: LineShape;
  readonly depth: number;
  readonly #line: string;
  readonly #offset: number;
  readonly #after: number;
  readonly #lower: LowerWords;
  #label: LineLabel | null = null;

  constructor(opening: Opening, line: string, offset: number, lower: LowerWords) {
    this.shape = opening.shape;
    this.depth = opening.depth;
    this.#after = opening.after;
    this.#line = line;
    this.#offset = offset;
    this.#lower = lower;
  }

  get kind(): LabelKind {
    return this.#read().kind;
  }

  /** The label in offsets of the text. */
  get label(): Span {
    const { span } = this.#read();
    return { start: span.start + this.#offset, end: span.end + this.#offset };
  }

  #read(): LineLabel {
    this.#label ??=
      this.shape === "row"
        ? rowLabel(this.#line, this.#lower)
        : labelOf(this.#line, this.#after, this.#lower);
    return this.#label;
  }
}

/** How a line opens: its shape, how deep it hangs, and where its marker ends. */
type Opening = { readonly shape: LineShape; readonly depth: number; readonly after: number };

function indentDepth(indent: string): number {
  return indent.includes("\t") ? indent.replaceAll("\t", "    ").length : indent.length;
}

function openingOf(line: string): Opening | null {
  const heading = HEADING.exec(line);
  if (heading !== null) return { shape: "heading", depth: heading[1]?.length ?? 1, after: heading[0].length };
  if (ROW.test(line)) return RULE_ROW.test(line) ? null : { shape: "row", depth: LIST_DEPTH, after: 0 };
  const numbered = NUMBERED.exec(line);
  if (numbered !== null) {
    const depth = LIST_DEPTH + 2 * indentDepth(numbered[1] ?? "");
    return { shape: "numbered", depth, after: numbered[0].length };
  }
  const bullet = BULLET.exec(line);
  if (bullet !== null) {
    const depth = LIST_DEPTH + 1 + 2 * indentDepth(bullet[1] ?? "");
    return { shape: "bullet", depth, after: bullet[0].length };
  }
  return BOLD_START.test(line) ? { shape: "bold", depth: BOLD_DEPTH, after: 0 } : null;
}

/** Whether a line's first sign can open a heading, list item, table row or bold lead-in. Cheap, and seldom wrong. */
function mayOpenNode(line: string): boolean {
  let at = 0;
  while (line.charCodeAt(at) === 0x20 || line.charCodeAt(at) === 0x09) at += 1;
  const code = line.charCodeAt(at);
  const letter = (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b);
  if (letter) return line[at + 1] === "." || line[at + 1] === ")";
  return at < line.length;
}

/** Hangs every heading, bold lead-in, list item and table row of a text below the line that it belongs to. */
export function lineNodes(prose: string, lower: LowerWords): LineNode[] {
  const roots: LineNode[] = [];
  const open: LineNode[] = [];
  let count = 0;
  for (let offset = 0; offset <= prose.length && count < MOST_NODES; ) {
    const stop = prose.indexOf("\n", offset);
    const end = stop < 0 ? prose.length : stop;
    const line = prose.slice(offset, end);
    const from = offset;
    offset = end + 1;
    if (!mayOpenNode(line)) continue;
    const opening = isTableHead(prose, line, offset) ? null : openingOf(line);
    if (opening === null) continue;
    const node = new LineNode(opening, line, from, lower);
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
    count += 1;
  }
  return roots;
}

/** Whether a row stands right above the rule that divides a table's head from its body. */
function isTableHead(prose: string, line: string, nextLine: number): boolean {
  if (!ROW.test(line)) return false;
  const stop = prose.indexOf("\n", nextLine);
  const next = prose.slice(nextLine, stop < 0 ? prose.length : stop);
  return RULE_ROW.test(next) && next.includes("-");
}
