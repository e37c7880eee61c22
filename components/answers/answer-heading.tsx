import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { surfaceLabel } from "@/components/shell/surface-label";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { formatMoment } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import type { AnswerDto } from "@/server/answers/contract";
import { STATE_LABELS } from "./state-label";
import { withoutBidiControls } from "./text/mark-pieces";

/** The question, where and when it was asked, and the way to the answers before and after. */
export function AnswerHeading({ address, answer }: { address: ProjectAddress; answer: AnswerDto }) {
  const { prompt, engine, surface, observedAt, state, sandbox, cell } = answer;
  const list = projectPath(address, "answers");
  return (
    <>
      <nav aria-label="Answers" className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Link href={list} className="text-accent underline underline-offset-4">
          All answers
        </Link>
        <Link href={`${list}?prompt=${prompt.promptId}`} className="text-accent underline underline-offset-4">
          All to this question
        </Link>
      </nav>
      <PageHeader
        title={<span dir="auto">{withoutBidiControls(prompt.text)}</span>}
        detail={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm">
            <span>
              {engine.label}, {surfaceLabel(surface)}, {formatMoment(observedAt)} UTC
            </span>
            {state !== "answered" && (
              <Badge tone={STATE_LABELS[state].tone}>{STATE_LABELS[state].label}</Badge>
            )}
            {sandbox && <Badge tone="caution">Sandbox: not what an engine said</Badge>}
          </span>
        }
        actions={
          <>
            {cell.previous && (
              <ButtonLink href={projectPath(address, "answers", cell.previous)} look="quiet" size="small">
                <ChevronLeft size={15} aria-hidden="true" />
                Earlier
              </ButtonLink>
            )}
            {cell.next && (
              <ButtonLink href={projectPath(address, "answers", cell.next)} look="quiet" size="small">
                Later
                <ChevronRight size={15} aria-hidden="true" />
              </ButtonLink>
            )}
          </>
        }
      />
    </>
  );
}
