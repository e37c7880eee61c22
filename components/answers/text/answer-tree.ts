import type { Piece } from "./mark-pieces";
import type { SafeLink } from "./safe-link";

/** What an answer's text is shown as: plain data, in which nothing of the engine's can become anything but text. */
export type AnswerNode =
  | { readonly kind: "text"; readonly pieces: readonly Piece[] }
  | { readonly kind: "inline_code" | "code" | "source"; readonly pieces: readonly Piece[] }
  | { readonly kind: "break" | "rule" }
  | {
      readonly kind:
        | "paragraph"
        | "strong"
        | "emphasis"
        | "struck"
        | "quote"
        | "row"
        | "cell"
        | "heading_cell";
      readonly children: readonly AnswerNode[];
    }
  | { readonly kind: "heading"; readonly depth: number; readonly children: readonly AnswerNode[] }
  | { readonly kind: "table"; readonly children: readonly AnswerNode[] }
  | { readonly kind: "list"; readonly start: number | null; readonly children: readonly AnswerNode[] }
  | { readonly kind: "item"; readonly done: boolean | null; readonly children: readonly AnswerNode[] }
  /** `link` null: an address that may not be opened stands there as text. */
  | {
      readonly kind: "link" | "image";
      readonly link: SafeLink | null;
      readonly url: string;
      readonly children: readonly AnswerNode[];
    };

/** Every piece that is shown, in order. */
export function piecesOf(nodes: readonly AnswerNode[]): Piece[] {
  return nodes.flatMap((node) => {
    if ("pieces" in node) return [...node.pieces];
    return "children" in node ? piecesOf(node.children) : [];
  });
}
