import Link from "next/link";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { formatMoment, formatWindow } from "@/components/ui/format";
import type { AnswerDto, CellAnswer } from "@/server/answers/contract";
import { STATE_LABELS } from "./state-label";

/** Every answer to the same question on the same engine in the same week: in how many the own brand is named. */
export function CellStrip({ address, answer }: { address: ProjectAddress; answer: AnswerDto }) {
  const { cell, brands, answerId } = answer;
  const own = brands.find((brand) => brand.own)?.name ?? "The own brand";
  const { answers, shown, named } = cell.counts;
  const missing = answers - shown;
  return (
    <Card title="The same question that week" detail={formatWindow(cell.window)}>
      <p className="mb-3 text-sm">
        {own} is named in {named} of {shown} {shown === 1 ? "answer" : "answers"}.
        {missing > 0 &&
          ` ${missing} more ${missing === 1 ? "doesn’t" : "don’t"} count: no whole answer came.`}
        {answers > cell.repeats.length && ` Below are the first ${cell.repeats.length}.`}
      </p>
      <ol className="flex flex-wrap gap-1.5">
        {cell.repeats.map((repeat) => (
          <li key={repeat.answerId}>
            <Link
              href={projectPath(address, "answers", repeat.answerId)}
              prefetch={false}
              aria-current={repeat.answerId === answerId ? "page" : undefined}
              title={wordsOf(repeat)}
              className={classNames(
                "grid size-7 place-items-center rounded-md border font-semibold text-xs max-sm:size-9",
                repeat.answerId === answerId && "outline-2 outline-ink outline-offset-2",
                look(repeat),
              )}
            >
              <span aria-hidden="true">{sign(repeat)}</span>
              <span className="sr-only">{wordsOf(repeat)}</span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-ink-faint text-xs">✓ named, ✗ not named, – no whole answer. Oldest first.</p>
    </Card>
  );
}

function sign({ shown, named }: CellAnswer): string {
  if (!shown) return "–";
  return named ? "✓" : "✗";
}

function look({ shown, named }: CellAnswer): string {
  if (!shown) return "border-line border-dashed text-ink-faint";
  return named ? "border-accent bg-accent text-accent-ink" : "border-line-strong text-ink-soft";
}

function wordsOf({ observedAt, state, shown, named }: CellAnswer): string {
  const verdict = named ? "named" : "not named";
  return `${formatMoment(observedAt)} UTC: ${shown ? verdict : STATE_LABELS[state].label.toLowerCase()}`;
}
