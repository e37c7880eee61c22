import { type CompileContext, type Extension, fromMarkdown, type Token } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** The tree; each node's `position.start.offset` and `.end.offset` are its place in the source. */
export type MarkdownRoot = ReturnType<typeof fromMarkdown>;

/** A line that opens more lists and quotes than this at once is no text that anybody wrote. */
const DEEP_LINE = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40}/m;
/** Runs of emphasis signs are matched against each other, so a paragraph's cost grows with their square. */
const COSTLIEST = 4_000_000;

const syntax = [gfm()];
// The transforms look for bare links a second time, in ways that lose positions.
const compile = [...gfmFromMarkdown().map((part) => ({ ...part, transforms: [] })), oneNodeAToken()];

/**
 * The tree of an answer's Markdown, as GitHub reads it. Each stretch of text is a node of its own, so that its position
 * says where every character stands in the source. Null where reading it would take seconds or has no end: show the
 * source. Never throws.
 */
export function parseMarkdown(source: string): MarkdownRoot | null {
  if (DEEP_LINE.test(source) || emphasisCost(source) > COSTLIEST) return null;
  try {
    return fromMarkdown(source, { extensions: syntax, mdastExtensions: compile });
  } catch {
    return null;
  }
}

function emphasisCost(source: string): number {
  let cost = 0;
  for (const paragraph of source.split(/\n[ \t]*\n/)) {
    const runs = paragraph.match(/[*_~]+/g)?.length ?? 0;
    cost += runs * runs;
  }
  return cost;
}

/** The parser joins neighbouring text, escapes and entities in one node, whose text is then not the source's any more. */
function oneNodeAToken(): Extension {
  function enterText(this: CompileContext, token: Token): undefined {
    const parent = this.stack.at(-1);
    const node = { type: "text" as const, value: "", position: { start: token.start, end: token.end } };
    const siblings: unknown[] = parent && "children" in parent ? parent.children : [];
    siblings.push(node);
    this.stack.push(node);
  }
  return { enter: { data: enterText, characterEscape: enterText, characterReference: enterText } };
}
