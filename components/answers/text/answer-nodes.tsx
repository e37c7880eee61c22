import type { ReactNode } from "react";
import { AnswerPieces } from "./answer-pieces";
import { type AnswerNode, piecesOf } from "./answer-tree";

interface Props {
  readonly nodes: readonly AnswerNode[];
  /** The project's brands, in order: what marks are called. */
  readonly names: readonly string[];
}

/** An answer's text as elements that we make ourselves, one kind of node after the other. */
export function AnswerNodes({ nodes, names }: Props) {
  // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, in this order
  return nodes.map((node, index) => <Node key={index} node={node} names={names} />);
}

function Node({ node, names }: { node: AnswerNode; names: readonly string[] }) {
  const inside = "children" in node ? <AnswerNodes nodes={node.children} names={names} /> : null;
  const pieces = "pieces" in node ? <AnswerPieces pieces={node.pieces} names={names} /> : null;
  switch (node.kind) {
    case "text":
      return pieces;
    case "inline_code":
      return <code className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.9em]">{pieces}</code>;
    case "code":
      return <CodeLines>{pieces}</CodeLines>;
    case "source":
      return (
        <span dir="auto" className="wrap-anywhere whitespace-pre-wrap font-mono text-ink-soft text-sm">
          {pieces}
        </span>
      );
    case "break":
      return <br />;
    case "rule":
      return <hr className="border-line" />;
    case "paragraph":
      return <p dir="auto">{inside}</p>;
    case "strong":
      return <strong className="font-semibold">{inside}</strong>;
    case "emphasis":
      return <em>{inside}</em>;
    case "struck":
      return <del>{inside}</del>;
    case "quote":
      return (
        <blockquote className="flex flex-col gap-3 border-line-strong border-l-2 pl-4">{inside}</blockquote>
      );
    case "heading":
      return (
        <h3
          dir="auto"
          className={`mt-2 font-semibold leading-snug ${node.depth <= 2 ? "text-xl" : "text-lg"}`}
        >
          {inside}
        </h3>
      );
    case "list":
      return node.start === null ? (
        <ul className="flex list-disc flex-col gap-1.5 ps-6">{inside}</ul>
      ) : (
        <ol start={node.start} className="flex list-decimal flex-col gap-1.5 ps-7">
          {inside}
        </ol>
      );
    case "item":
      return (
        <li dir="auto">
          <div className="flex flex-col gap-1.5">
            {node.done !== null && (
              <span className="text-ink-faint text-sm">{node.done ? "Done:" : "To do:"}</span>
            )}
            {inside}
          </div>
        </li>
      );
    case "table":
      return <AnswerTable>{inside}</AnswerTable>;
    case "row":
      return <tr>{inside}</tr>;
    case "heading_cell":
      return (
        <th
          scope="col"
          dir="auto"
          className="border-line border-b bg-sunken px-3 py-2 text-start font-medium"
        >
          {inside}
        </th>
      );
    case "cell":
      return (
        <td dir="auto" className="border-line border-t px-3 py-2 align-top">
          {inside}
        </td>
      );
    case "link":
    case "image":
      return <Linked node={node}>{inside}</Linked>;
  }
}

/** A link says where it leads; a picture is never loaded, since that would tell its host who reads; what may not be opened is text. */
function Linked({
  node: { kind, link, url, children: inside },
  children,
}: {
  node: Extract<AnswerNode, { kind: "link" | "image" }>;
  children: ReactNode;
}) {
  const label = piecesOf(inside)
    .map(({ shown }) => shown)
    .join("");
  const saysHost = link !== null && label.toLowerCase().includes(link.host);
  return (
    <>
      {kind === "image" && <span className="text-ink-faint text-sm">Picture: </span>}
      {link === null ? (
        <>
          {children}{" "}
          <code className="wrap-anywhere font-mono text-ink-faint text-xs">({url.slice(0, 200)})</code>
        </>
      ) : (
        <>
          <a
            href={link.href}
            target="_blank"
            rel="nofollow noopener noreferrer"
            className="wrap-anywhere text-accent underline underline-offset-3"
          >
            {children}
          </a>
          {!saysHost && <span className="wrap-anywhere text-ink-faint text-xs"> ({link.host})</span>}
        </>
      )}
    </>
  );
}

function CodeLines({ children }: { children: ReactNode }) {
  return (
    <pre
      className="overflow-x-auto rounded-lg bg-sunken p-4 font-mono text-sm"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <code>{children}</code>
    </pre>
  );
}

function AnswerTable({ children }: { children: ReactNode }) {
  return (
    <section
      aria-label="Table"
      className="overflow-x-auto rounded-lg border border-line"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="wrap-break-word w-full border-collapse text-sm">
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
