import "server-only";
import Link from "next/link";
import { formatNumber } from "@/components/ui/format";
import type { AnswerBrand } from "@/server/answers/contract";
import { MARKS_INSIDE } from "./brand-look";
import { AnswerNodes } from "./text/answer-nodes";
import { AnswerPieces } from "./text/answer-pieces";
import { buildAnswerTree } from "./text/build-answer-tree";
import { type Mark, PieceCutter } from "./text/mark-pieces";

/** How much of a text is drawn before one asks for all of it, and how much is read as Markdown even then. */
const SHOWN_FIRST = 30_000;
const READ_AT_MOST = 200_000;

interface Props {
  readonly text: string;
  readonly brands: readonly AnswerBrand[];
  readonly view: "formatted" | "source";
  /** Draw all of it, however long. */
  readonly whole: boolean;
  /** Starts of passages that links lead to. */
  readonly places: readonly number[];
  /** Where the whole of it is. */
  readonly wholePath: string;
}

/** What the engine said, drawn on the server as elements of our own, with each brand marked where it is named. */
export function AnswerText({ text, brands, view, whole, places, wholePath }: Props) {
  const names = brands.map(({ name, own }) => (own ? `${name} (own brand)` : name));
  const marks = brands.flatMap(({ mention }, brand): Mark[] =>
    (mention?.spans ?? []).map((span) => ({ ...span, brand })),
  );
  const end = whole || text.length <= SHOWN_FIRST * 1.1 ? text.length : cutAtLine(text);
  const asSource = view === "source" || end > READ_AT_MOST;
  return (
    <>
      {asSource ? (
        <pre
          dir="auto"
          className={`wrap-anywhere whitespace-pre-wrap font-mono text-sm leading-relaxed ${MARKS_INSIDE}`}
        >
          <AnswerPieces pieces={new PieceCutter(text, marks, places).cut(0, end)} names={names} />
        </pre>
      ) : (
        <div className={`wrap-break-word flex max-w-3xl flex-col gap-3.5 leading-relaxed ${MARKS_INSIDE}`}>
          <AnswerNodes nodes={buildAnswerTree(text, marks, end, places)} names={names} />
        </div>
      )}
      {end < text.length && (
        <p className="mt-4 border-line border-t pt-4 text-sm">
          These are the first {formatNumber(end)} of {formatNumber(text.length)} characters.{" "}
          <Link href={wholePath} scroll={false} className="text-accent underline underline-offset-4">
            Show all
          </Link>
        </p>
      )}
    </>
  );
}

/** The end of the last line that fits; a line longer than all of that is cut, between two characters. */
function cutAtLine(text: string): number {
  const line = text.lastIndexOf("\n", SHOWN_FIRST);
  if (line > SHOWN_FIRST / 2) return line;
  return SHOWN_FIRST - (/[\uD800-\uDBFF]/.test(text.charAt(SHOWN_FIRST - 1)) ? 1 : 0);
}
