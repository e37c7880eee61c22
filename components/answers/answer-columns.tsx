import Link from "next/link";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { surfaceLabel } from "@/components/shell/surface-label";
import { Badge } from "@/components/ui/badge";
import { formatMoment } from "@/components/ui/format";
import type { VirtualColumn } from "@/components/ui/virtual-table";
import type { AnswerRow } from "@/server/answers/contract";
import { MarkedSnippet } from "./marked-snippet";
import { STATE_LABELS } from "./state-label";
import { withoutBidiControls } from "./text/mark-pieces";

/** How many rivals a row names before it counts the rest. */
const RIVALS_SHOWN = 3;

/** The columns of the list of answers; `own` is the own brand's name. */
export function answerColumns(address: ProjectAddress, own: string): readonly VirtualColumn<AnswerRow>[] {
  return [
    {
      id: "answer",
      header: "Question and answer",
      width: "minmax(0,1fr)",
      onCard: "line",
      cell: ({ answerId, prompt, snippet }) => (
        <>
          <Link
            href={projectPath(address, "answers", answerId)}
            prefetch={false}
            dir="auto"
            className="line-clamp-2 font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:-outline-offset-2 focus-visible:after:outline-2 focus-visible:after:outline-accent @4xl:line-clamp-1"
          >
            {withoutBidiControls(prompt)}
          </Link>
          <p dir="auto" className="wrap-anywhere mt-0.5 line-clamp-2 text-ink-soft">
            <MarkedSnippet snippet={snippet} />
          </p>
        </>
      ),
    },
    {
      id: "engine",
      header: "Engine",
      width: "9rem",
      onCard: "line",
      cell: (row) => <EngineCell row={row} />,
    },
    {
      id: "brands",
      header: "Brands named",
      width: "11rem",
      onCard: "line",
      cell: (row) => <BrandsCell row={row} own={own} />,
    },
    {
      id: "cited",
      header: "Cited",
      width: "3.5rem",
      align: "end",
      onCard: "beside",
      cell: ({ cited }) => (
        <span title={cited === 1 ? "1 cited source" : `${cited} cited sources`}>{cited}</span>
      ),
    },
    {
      id: "observed",
      header: "Observed",
      width: "7rem",
      onCard: "beside",
      cell: ({ observedAt }) => (
        <time dateTime={observedAt} className="text-ink-soft">
          {formatMoment(observedAt)}
        </time>
      ),
    },
  ];
}

function EngineCell({ row: { engine, surface, state, sandbox } }: { row: AnswerRow }) {
  const { label, tone } = STATE_LABELS[state];
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 @4xl:flex-col @4xl:items-start">
      <span>{engine}</span>
      <span className="text-ink-faint text-xs">
        {surfaceLabel(surface)}
        {sandbox && ", sandbox"}
      </span>
      {state === "answered" ? (
        <span className="text-ink-faint text-xs">{label}</span>
      ) : (
        <Badge tone={tone}>{label}</Badge>
      )}
    </div>
  );
}

function BrandsCell({ row, own }: { row: AnswerRow; own: string }) {
  const { named, rank } = row.own;
  const rivals = row.rivals.slice(0, RIVALS_SHOWN).join(", ");
  const more = row.rivals.length - RIVALS_SHOWN;
  return (
    <>
      <span className={named ? "font-medium text-accent" : "text-ink-faint"}>
        {named ? own : `${own} not named`}
        {rank !== null && `, rank ${rank}`}
      </span>
      {rivals && (
        <span className="wrap-anywhere line-clamp-2 text-ink-soft">
          {rivals}
          {more > 0 && ` and ${more} more`}
        </span>
      )}
    </>
  );
}
