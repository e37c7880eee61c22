import { Fragment } from "react";
import type { Snippet } from "@/server/answers/contract";
import { withoutBidiControls } from "./text/mark-pieces";

/** A line or two of an answer, with the searched words marked. */
export function MarkedSnippet({ snippet: { text, marks } }: { snippet: Snippet }) {
  const safe = withoutBidiControls(text);
  return marks
    .map(({ start, end }, index) => (
      <Fragment key={start}>
        {safe.slice(marks[index - 1]?.end ?? 0, start)}
        <mark className="rounded-sm bg-caution-soft px-0.5 text-ink">{safe.slice(start, end)}</mark>
      </Fragment>
    ))
    .concat(<Fragment key="rest">{safe.slice(marks.at(-1)?.end ?? 0)}</Fragment>);
}
