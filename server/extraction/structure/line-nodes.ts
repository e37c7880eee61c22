import type { Span } from "@/server/extraction/extraction-types";
import { classifyLabel, type LabelKind, type LowerWords, lowerWords } from "./classify-label";

/** A line that can head or be an item, with the lines that hang below it. */
export type LineNode = {
  readonly shape: "heading" | "bold" | "numbered" | "bullet" | "row";
  readonly depth: number;
  readonly label: Span;
  readonly kind: LabelKind;
  readonly children: LineNode[];
};

const HEADING = /^ {0,3}(#{1,6})[ \t]+/u;
const NUMBERED = /^([ \t]*)(?:\*\*|__)?(?:\d{1,3}|[a-zA-Z])[.)](?:\*\*|__)?[ \t]+/u;
const BULLET = /^([ \t]*)[-*+•‣◦▪·–—●○✓✔✅➡→]\uFE0F?[ \t]+/u;
const BOLD_START = /^[ \t]*(?:[^\p{L}\p{N}*_\n]{1,6})?(?:\*\*|__)(?=[^\s*])/u;
/** "1. ", "**2)", "3️⃣" after the marker of a heading, a bullet or a bold line. */
const NUMBER_LEAD =
  /^[*_\s]*(?:[^\p{L}\p{N}*_\s]{1,6}\s*)?(?:\*\*|__)?(?:#?\d{1,3}[.):]|\d\uFE0F?\u20E3)\s+/u;
const ROW = /^[ \t]*\|/u;
const RULE_ROW = /^[ \t]*\|?[\s:|-]+\|?[ \t]*$/u;
const LONGEST_LEAD = 160;
const BOLD_DEPTH = 7;
const LIST_DEPTH = 8;
const DASH = /[ \t]+[–—-][ \t]+|[ \t]*[–—][ \t]*/u;

/** The label's end in a line: the bold or link that opens it, else the first colon, dash or sentence end. */
function leadEnd(line: string, from: number): number {
  const rest = line.slice(from, from + LONGEST_LEAD);
  const link = /^[^\p{L}\p{N}\uFFFC]{0,8}\uFFFC+[^\uFFFC]+(?=\uFFFC)/u.exec(rest);
  if (link !== null) return from + link[0].length;
  const bold = /^[^\p{L}\p{N}*_]{0,8}(?:\*\*|__)(.+?)(?:\*\*|__)/u.exec(rest);
  if (bold !== null) return from + bold[0].length;
  const stop = /[:：](?!\d|\/\/)|[ \t][–—-][ \t]|—|[.!?。！？](?=\s|$)/u.exec(rest);
  return from + (stop === null ? rest.length : stop.index);
}

/** The second part of "Best overall: Acme X1 – light", when the first part only heads it and the second is a name. */
function afterLead(line: string, end: number, lower: LowerWords): Span | null {
  const gap = /^[*_\s]*(?:[:：]|[–—-](?=\s))?[*_\s\uFFFC]*/u.exec(line.slice(end, end + 60))?.[0].length ?? 0;
  const from = end + gap;
  const to = leadEnd(line, from);
  const kind = classifyLabel(line.slice(from, to), lower);
  return kind === "name" && to > from && to - from < 90 ? { start: from, end: to } : null;
}

/** A maker named right after the label: "Eres (by Chanel)", "ThinkPad by Lenovo". */
function withMaker(line: string, label: Span): Span {
  const maker =
    /^[*_\s]*(?:\((?:by |from )?[^()\n]{1,50}\)|(?:by|from|von|de|di)\s+[\p{Lu}\p{N}][^\s,.:;(]{0,30}(?:\s\p{Lu}[^\s,.:;(]{0,30})?)/u.exec(
      line.slice(label.end, label.end + 80),
    );
  return maker === null ? label : { start: label.start, end: label.end + maker[0].length };
}

function labelOf(
  line: string,
  after: number,
  shape: LineNode["shape"],
  lower: LowerWords,
): { span: Span; kind: LabelKind } {
  const number = NUMBER_LEAD.exec(line.slice(after, after + 24));
  const from = after + (number?.[0].length ?? 0);
  const end = leadEnd(line, from);
  const lead = line.slice(from, end);
  const kind = classifyLabel(lead, lower);
  if (kind === "section" || kind === "plain" || (kind === "attribute" && shape !== "row")) {
    const second = afterLead(line, end, lower);
    if (second !== null && kind !== "plain" && !/^\W*(?:network|price|note|pricing)/iu.test(lead)) {
      if (kind === "section" || /^\W*best\b/iu.test(lead))
        return { span: withMaker(line, second), kind: "name" };
    }
  }
  const split = /[:：]\s+/u.exec(lead) ?? DASH.exec(lead);
  if (split !== null && classifyLabel(lead.slice(0, split.index), lower) === "section") {
    const start = from + split.index + split[0].length;
    const second = classifyLabel(line.slice(start, end), lower);
    if (second === "name" || second === "plain")
      return { span: withMaker(line, { start, end }), kind: "name" };
  }
  return { span: withMaker(line, { start: from, end }), kind };
}

/** The first cell of a table row that isn't a mere number or a heading of a kind, or null for header and rule rows. */
function rowLabel(line: string, lower: LowerWords): { span: Span; kind: LabelKind } | null {
  let at = line.indexOf("|") + 1;
  for (let cell = 0; cell < 2; cell += 1) {
    const close = line.indexOf("|", at);
    const end = close < 0 ? line.length : close;
    const kind = classifyLabel(line.slice(at, end), lower);
    if (kind === "name") return { span: { start: at, end }, kind };
    if (kind !== "section" && /\p{L}/u.test(line.slice(at, end))) return { span: { start: at, end }, kind };
    if (close < 0) break;
    at = close + 1;
  }
  return null;
}

function indentDepth(indent: string): number {
  return indent.replaceAll("\t", "    ").length;
}

function nodeOf(line: string, offset: number, lower: LowerWords): Omit<LineNode, "children"> | null {
  const at = ({ span, kind }: { span: Span; kind: LabelKind }) => ({
    label: { start: span.start + offset, end: span.end + offset },
    kind,
  });
  const heading = HEADING.exec(line);
  if (heading !== null) {
    return {
      shape: "heading",
      depth: heading[1]?.length ?? 1,
      ...at(labelOf(line, heading[0].length, "heading", lower)),
    };
  }
  if (ROW.test(line)) {
    const label = RULE_ROW.test(line) ? null : rowLabel(line, lower);
    return label === null ? null : { shape: "row", depth: LIST_DEPTH, ...at(label) };
  }
  const numbered = NUMBERED.exec(line);
  if (numbered !== null) {
    const depth = LIST_DEPTH + 2 * indentDepth(numbered[1] ?? "");
    return { shape: "numbered", depth, ...at(labelOf(line, numbered[0].length, "numbered", lower)) };
  }
  const bullet = BULLET.exec(line);
  if (bullet !== null) {
    const depth = LIST_DEPTH + 1 + 2 * indentDepth(bullet[1] ?? "");
    return { shape: "bullet", depth, ...at(labelOf(line, bullet[0].length, "bullet", lower)) };
  }
  if (BOLD_START.test(line))
    return { shape: "bold", depth: BOLD_DEPTH, ...at(labelOf(line, 0, "bold", lower)) };
  return null;
}

/** Hangs every heading, bold lead-in, list item and table row of a text below the line that it belongs to. */
export function lineNodes(prose: string): LineNode[] {
  const roots: LineNode[] = [];
  const open: LineNode[] = [];
  const lower = lowerWords(prose);
  const lines = prose.split("\n");
  let offset = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1] ?? "";
    const header = ROW.test(line) && RULE_ROW.test(next) && next.includes("-");
    const found = header ? null : nodeOf(line, offset, lower);
    offset += line.length + 1;
    if (found === null) return;
    const node: LineNode = { ...found, children: [] };
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  });
  return roots;
}
