import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AnswerFacts } from "@/components/answers/answer-facts";
import { AnswerHeading } from "@/components/answers/answer-heading";
import { AnswerText } from "@/components/answers/answer-text";
import { BrandLegend } from "@/components/answers/brand-legend";
import { CellStrip } from "@/components/answers/cell-strip";
import { CitationTable } from "@/components/answers/citation-table";
import { RawBody } from "@/components/answers/raw-body";
import { SeekPlace } from "@/components/answers/seek-place";
import { STATE_LABELS } from "@/components/answers/state-label";
import { AnswerStatements } from "@/components/facts/answer-statements";
import { projectPath } from "@/components/shell/project-path";
import { Card } from "@/components/ui/card";
import { AnswerInput } from "@/server/answers/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Answer" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string; answer: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One answer: its text with the brands that it names, its sources, its cell, and all that it was made and read with. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const { answer: id, ...address } = await params;
  const { view: chosen, all } = await searchParams;
  const { org } = address;
  const input = AnswerInput.safeParse({ answerId: id });
  if (!input.success) notFound();
  const call = await api();
  const [{ projectId }, answer, checks] = await Promise.all([
    call.projects.find(address),
    call.answers.get({ org, ...input.data }),
    call.facts.ofAnswer({ org, ...input.data }),
  ]);
  if (answer.projectId !== projectId) notFound();
  const view = chosen === "source" ? "source" : "formatted";
  const path = projectPath(address, "answers", id);
  const whole = all === "1";
  return (
    <>
      <SeekPlace />
      <AnswerHeading address={address} answer={answer} />
      <div className="flex flex-col gap-5">
        <Card
          title="Answer"
          action={answer.text !== "" && <ViewChoice path={path} view={view} whole={whole} />}
        >
          {answer.text === "" ? (
            <p className="text-ink-soft">{STATE_LABELS[answer.state].meaning} There is no text.</p>
          ) : (
            <>
              <BrandLegend brands={answer.brands} />
              <div className="mt-5 border-line border-t pt-5">
                <AnswerText
                  text={answer.text}
                  brands={answer.brands}
                  wholePath={`${path}?${new URLSearchParams({ ...(view === "source" && { view }), all: "1" })}`}
                  places={[...checks.statements, ...checks.support].map(({ start }) => start)}
                  {...{ view, whole }}
                />
              </div>
            </>
          )}
        </Card>
        <AnswerStatements address={address} checks={checks} />
        <CitationTable answer={answer} support={checks.support} />
        <CellStrip address={address} answer={answer} />
        <AnswerFacts address={address} answer={answer} />
        {answer.rawBody && <RawBody org={org} answerId={answer.answerId} bytes={answer.rawBody.bytes} />}
      </div>
    </>
  );
}

function ViewChoice({ path, view, whole }: { path: string; view: "formatted" | "source"; whole: boolean }) {
  return (
    <nav aria-label="How the text is shown" className="flex rounded-md border border-line-strong text-sm">
      {(["formatted", "source"] as const).map((each) => {
        const query = new URLSearchParams({
          ...(each === "source" && { view: each }),
          ...(whole && { all: "1" }),
        });
        return (
          <Link
            key={each}
            href={`${path}?${query}`}
            scroll={false}
            replace
            aria-current={each === view ? "true" : undefined}
            className={`grid min-h-9 place-items-center rounded-md px-3 max-sm:min-h-11 ${each === view ? "bg-accent-soft font-semibold text-accent" : "text-ink-soft hover:bg-sunken"}`}
          >
            {each === "formatted" ? "Formatted" : "Source"}
          </Link>
        );
      })}
    </nav>
  );
}
