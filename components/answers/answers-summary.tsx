import { X } from "lucide-react";
import Link from "next/link";
import { formatMoment, formatNumber } from "@/components/ui/format";
import type { AnswerFilter, AnswerPage } from "@/server/answers/contract";
import { withoutBidiControls } from "./text/mark-pieces";

interface Props {
  /** The list's own address. */
  readonly path: string;
  readonly filter: AnswerFilter;
  readonly first: NonNullable<AnswerPage["first"]>;
}

/** How many answers there are, and what no field shows that narrows them: the prompt and the run that a link came with. */
export function AnswersSummary({ path, filter, first }: Props) {
  const { total, more, prompt, run } = first;
  const narrowed = Object.keys(filter).length > 0;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <p role="status" className="font-medium tabular-nums">
        {more && "More than "}
        {formatNumber(total)} {total === 1 ? "answer" : "answers"}
        {narrowed && (total === 1 ? " matches" : " match")}
      </p>
      {filter.prompt && (
        <Chip href={without(path, filter, "prompt")} label="Prompt">
          {prompt === null ? "not found" : withoutBidiControls(prompt)}
        </Chip>
      )}
      {filter.run && (
        <Chip href={without(path, filter, "run")} label={run?.kind === "import" ? "Import" : "Run"}>
          {run === null ? "not found" : formatMoment(run.observedAt)}
        </Chip>
      )}
      {narrowed && (
        <Link href={path} scroll={false} className="text-accent underline underline-offset-4">
          Clear the filter
        </Link>
      )}
    </div>
  );
}

function without(path: string, filter: AnswerFilter, key: keyof AnswerFilter): string {
  const { [key]: _, ...rest } = filter;
  const query = new URLSearchParams(rest).toString();
  return query === "" ? path : `${path}?${query}`;
}

function Chip({ href, label, children }: { href: string; label: string; children: string }) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center rounded-full border border-line bg-surface pl-3">
      <span className="min-w-0 truncate">
        <span className="text-ink-faint">{label}: </span>
        <bdi>{children}</bdi>
      </span>
      <Link
        href={href}
        scroll={false}
        aria-label={`Remove the filter by ${label.toLowerCase()}`}
        className="grid size-8 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink max-sm:size-11"
      >
        <X size={14} aria-hidden="true" />
      </Link>
    </span>
  );
}
