import type { AnswerNode } from "./answer-tree";
import { type Mark, type Piece, PieceCutter, withoutBidiControls } from "./mark-pieces";
import { type MarkdownRoot, parseMarkdown } from "./parse-markdown";
import { safeLink } from "./safe-link";

/** Deeper than this, the rest stands there as it was written. */
const DEEPEST = 16;

type Node = MarkdownRoot["children"][number];
type Leaf = Extract<Node, { value: string }>;
type Definitions = ReadonlyMap<string, string>;

/**
 * The answer's text as a tree to show, with its marks at their exact places: every piece is `text.slice` of where it says
 * it stands, except for what an escape or an entity means. What Markdown has no look for (HTML, footnotes, definitions)
 * stands there as it was written. `end`: only so much of the text. `places`: where links lead. Total: for what can't be read, the source.
 */
export function buildAnswerTree(
  answer: string,
  marks: readonly Mark[],
  end = answer.length,
  places: readonly number[] = [],
): AnswerNode[] {
  const text = readable(answer);
  const cutter = new PieceCutter(text, marks, places);
  const root = parseMarkdown(end < text.length ? text.slice(0, end) + definitionsAfter(text, end) : text);
  if (root === null) return [{ kind: "source", pieces: cutter.cut(0, end) }];
  return new TreeBuilder(text, end, cutter, definitionsOf(root)).nodes(root.children, 0);
}

class TreeBuilder {
  readonly #text: string;
  readonly #end: number;
  readonly #cutter: PieceCutter;
  readonly #definitions: Definitions;

  constructor(text: string, end: number, cutter: PieceCutter, definitions: Definitions) {
    this.#text = text;
    this.#end = end;
    this.#cutter = cutter;
    this.#definitions = definitions;
  }

  nodes(nodes: readonly Node[], depth: number): AnswerNode[] {
    return nodes.filter((node) => startOf(node) < this.#end).map((node) => this.#node(node, depth));
  }

  #node(node: Node, depth: number): AnswerNode {
    if (depth > DEEPEST && "children" in node) return this.#source(node);
    const children = () => ("children" in node ? this.nodes(node.children, depth + 1) : []);
    switch (node.type) {
      case "text":
        return { kind: "text", pieces: this.#textPieces(node) };
      case "inlineCode":
        return { kind: "inline_code", pieces: this.#inlineCode(node) };
      case "code":
        return { kind: "code", pieces: this.#lines(node) };
      case "break":
        return { kind: "break" };
      case "thematicBreak":
        return { kind: "rule" };
      case "paragraph":
        return { kind: "paragraph", children: children() };
      case "strong":
        return { kind: "strong", children: children() };
      case "emphasis":
        return { kind: "emphasis", children: children() };
      case "delete":
        return { kind: "struck", children: children() };
      case "blockquote":
        return { kind: "quote", children: children() };
      case "heading":
        return { kind: "heading", depth: node.depth, children: children() };
      case "list":
        return { kind: "list", start: node.ordered ? (node.start ?? 1) : null, children: children() };
      case "listItem":
        return { kind: "item", done: node.checked ?? null, children: children() };
      case "table":
        return { kind: "table", children: this.#table(node.children, depth) };
      case "link":
        return this.#linked("link", node.url, children());
      case "linkReference":
        return this.#reference(node, "link", children);
      case "image":
        return this.#linked("image", node.url, this.#alt(node));
      case "imageReference":
        return this.#reference(node, "image", () => this.#alt(node));
      default:
        return this.#source(node);
    }
  }

  #table(rows: Extract<Node, { type: "table" }>["children"], depth: number): AnswerNode[] {
    return rows
      .filter((row) => startOf(row) < this.#end)
      .map((row, index) => ({
        kind: "row",
        children: row.children.map((cell) => ({
          kind: index === 0 ? "heading_cell" : "cell",
          children: this.nodes(cell.children, depth + 3),
        })),
      }));
  }

  #linked(kind: "link" | "image", url: string, children: AnswerNode[]): AnswerNode {
    return { kind, url, link: safeLink(url), children };
  }

  #reference(
    node: Extract<Node, { identifier: string }>,
    kind: "link" | "image",
    children: () => AnswerNode[],
  ): AnswerNode {
    const url = this.#definitions.get(node.identifier);
    return url === undefined ? this.#source(node) : this.#linked(kind, url, children());
  }

  /** The picture's words, if they stand in the source as they are. */
  #alt(node: Extract<Node, { type: "image" | "imageReference" }>): AnswerNode[] {
    const start = startOf(node) + 2;
    const alt = node.alt ?? "";
    if (alt !== "" && !this.#text.startsWith(alt, start)) return [this.#source(node)];
    return [{ kind: "text", pieces: this.#cut(start, start + alt.length) }];
  }

  #textPieces(node: Leaf): Piece[] {
    const start = startOf(node);
    const words = node.value.replace(/[\r\n]+$/, "");
    const lineEnd = words.length < node.value.length ? [blank("\n", start + words.length)] : [];
    const escaped = this.#text[start] === "\\" && words.length === 1 ? 1 : 0;
    if (this.#text.startsWith(words, start + escaped))
      return [...this.#cut(start + escaped, start + escaped + words.length), ...lineEnd];
    return [this.#cutter.whole(words, start, endOf(node)), ...lineEnd];
  }

  /** Between the backticks: character for character where nothing was taken out but the spaces that pad it. */
  #inlineCode(node: Leaf): Piece[] {
    const written = this.#text.slice(startOf(node), endOf(node));
    const ticks = /^`*/.exec(written)?.[0].length ?? 0;
    const inside = written.slice(ticks, -ticks);
    const padding = inside.length === node.value.length + 2 ? 1 : 0;
    const plain = inside.slice(padding, inside.length - padding).replace(/[\r\n]/g, " ") === node.value;
    const start = startOf(node) + ticks + padding;
    return plain ? this.#cut(start, start + node.value.length) : this.#cut(startOf(node), endOf(node));
  }

  /** A block's lines: each one stands at the end of a line of the source, after indentation and signs of quotes. */
  #lines(node: Leaf): Piece[] {
    const lines = node.value.split(/\r\n|\n|\r/);
    let at = startOf(node);
    const written = this.#text
      .slice(at, endOf(node))
      .split(/(?<=\n|\r(?!\n))/)
      .map((raw) => {
        const line = { start: at, words: raw.replace(/[\r\n]+$/, "") };
        at += raw.length;
        return line;
      });
    const fenced = /^(`{3}|~{3})/.test(written[0]?.words ?? "");
    return lines.flatMap((line, index) => {
      const from = written[index + (fenced ? 1 : 0)];
      const lineEnd = index < lines.length - 1 ? [blank("\n", from?.start ?? at)] : [];
      if (!from?.words.endsWith(line)) return [blank(line, from?.start ?? at), ...lineEnd];
      const end = from.start + from.words.length;
      return [...this.#cut(end - line.length, end), ...lineEnd];
    });
  }

  #source(node: Node): AnswerNode {
    return { kind: "source", pieces: this.#cut(startOf(node), endOf(node)) };
  }

  #cut(start: number, end: number): Piece[] {
    return this.#cutter.cut(start, Math.min(end, this.#end));
  }
}

/** As long as before, without what the parser drops or replaces: a byte order mark at the start, and zeros. */
function readable(answer: string): string {
  return answer.replace(/^\uFEFF/, "\u2060").replaceAll("\0", "\uFFFD");
}

function blank(shown: string, start: number): Piece {
  return { shown: withoutBidiControls(shown), start, brand: null, first: false };
}

function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Node): number {
  return node.position?.end.offset ?? startOf(node);
}

/** Where reference links lead: the first definition of a name counts. */
function definitionsOf(root: MarkdownRoot): Definitions {
  const found = new Map<string, string>();
  const open: Node[] = root.children.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "definition" && !found.has(node.identifier)) found.set(node.identifier, node.url);
    if ("children" in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return found;
}

/** The definitions that stand after `end`, so that links before it lead somewhere. */
function definitionsAfter(text: string, end: number): string {
  const lines = text.slice(end).match(/^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*\S.*$/gm) ?? [];
  return `\n\n${lines.join("\n")}`;
}
