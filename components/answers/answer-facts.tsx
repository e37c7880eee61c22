import Link from "next/link";
import type { ReactNode } from "react";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { formatCost, formatMoment, formatNumber } from "@/components/ui/format";
import type { AnswerDto } from "@/server/answers/contract";
import { CopyButton } from "./copy-button";
import { STATE_LABELS } from "./state-label";
import { withoutBidiControls } from "./text/mark-pieces";

const UNKNOWN = <span className="text-ink-faint">not observable</span>;

/** How the answer was asked for, what it cost, and what it was read with: all that a number computed from it rests on. */
export function AnswerFacts({ address, answer }: { address: ProjectAddress; answer: AnswerDto }) {
  const { run, panel, rawBody } = answer;
  return (
    <Card title="How it was asked and read" detail="Times are in UTC.">
      <dl className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        <Fact term="State">
          <State answer={answer} />
        </Fact>
        <Fact term="Observed">{formatMoment(answer.observedAt)}</Fact>
        <Fact term="Recorded">{formatMoment(answer.recordedAt)}</Fact>
        <Fact term={run.kind === "import" ? "Import" : "Run"}>
          <Link
            href={projectPath(address, "runs", run.runId)}
            className="text-accent underline underline-offset-3"
          >
            {formatMoment(run.requestedAt)}
          </Link>
          , {run.state.replaceAll("_", " ")}
        </Fact>
        <Fact term="Panel">
          {panel.name}, version {panel.version}
        </Fact>
        <Fact term="Locale and repeat">
          {answer.locale}, {answer.repeat}
        </Fact>
        <Fact term="Model requested">{answer.modelRequested ?? UNKNOWN}</Fact>
        <Fact term="Model served">{answer.modelServed ?? UNKNOWN}</Fact>
        <Fact term="Latency">
          {rawBody === null || rawBody.latencyMs === null ? UNKNOWN : `${formatNumber(rawBody.latencyMs)} ms`}
        </Fact>
        <Fact term="Searched the web">
          <Searched answer={answer} />
        </Fact>
        <Fact term="Tokens">
          <Tokens usage={answer.usage} />
        </Fact>
        <Fact term="Cost to us">{answer.costMicros === null ? UNKNOWN : formatCost(answer.costMicros)}</Fact>
        <Fact term="Credits charged">{formatNumber(answer.charged)}</Fact>
        <Fact term="Contract">
          <Version>{answer.contract}</Version>
        </Fact>
        <Fact term="Parser">{rawBody === null ? UNKNOWN : <Version>{rawBody.parser}</Version>}</Fact>
        <Fact term="Extractor">
          <Version>{answer.extractorVersion}</Version>
        </Fact>
        <Fact term="Stances judged by">
          <Judges answer={answer} />
        </Fact>
        <Fact term="Taxonomy of sources">
          <Taxonomy answer={answer} />
        </Fact>
        <Fact term="Brand set">
          <Version>{answer.brandSetVersion}</Version>
        </Fact>
        {rawBody && (
          <Fact term="sha256 of the raw body" wide>
            <span className="flex flex-wrap items-center gap-2">
              <Version>{rawBody.sha256}</Version>
              <CopyButton value={rawBody.sha256} what="the sha256" />
              {rawBody.verified ? (
                <Badge tone="good">Hash verified</Badge>
              ) : (
                <Badge tone="bad">The stored body has another hash</Badge>
              )}
            </span>
          </Fact>
        )}
      </dl>
    </Card>
  );
}

function Fact({ term, wide = false, children }: { term: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={`min-w-0 border-line border-t py-2.5 ${wide ? "sm:col-span-2 lg:col-span-3" : ""}`}>
      <dt className="text-ink-faint text-xs">{term}</dt>
      <dd className="wrap-anywhere mt-0.5 text-sm tabular-nums">{children}</dd>
    </div>
  );
}

function Version({ children }: { children: string }) {
  return <code className="wrap-anywhere font-mono text-xs">{children}</code>;
}

function State({ answer: { state, reason, finish } }: { answer: AnswerDto }) {
  const { label, tone, meaning } = STATE_LABELS[state];
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      <span className="mt-1 block text-ink-soft">
        {meaning}
        {reason !== null && ` Reason: ${withoutBidiControls(reason)}.`}
        {finish !== null && finish !== reason && ` Ended with “${withoutBidiControls(finish)}”.`}
      </span>
    </>
  );
}

function Searched({ answer: { searchTriggered, searchQueries } }: { answer: AnswerDto }) {
  const said = { true: "Yes", false: "No", null: UNKNOWN }[`${searchTriggered}`];
  return (
    <>
      {said}
      {searchQueries.length > 0 && (
        <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-4 text-ink-soft">
          {searchQueries.map((query) => (
            <li key={query} dir="auto">
              {withoutBidiControls(query)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Tokens({ usage }: Pick<AnswerDto, "usage">) {
  if (usage === null) return UNKNOWN;
  const parts = (
    [
      ["in", usage.inputTokens],
      ["of them cached", usage.cachedInputTokens],
      ["out", usage.outputTokens],
      ["of them reasoning", usage.reasoningTokens],
      [usage.searches === 1 ? "search" : "searches", usage.searches],
    ] as const
  ).flatMap(([label, value]) => (value === null ? [] : [`${formatNumber(value)} ${label}`]));
  return parts.length === 0 ? UNKNOWN : parts.join(", ");
}

function Judges({ answer: { brands } }: { answer: AnswerDto }) {
  const judges = [...new Set(brands.flatMap(({ mention }) => mention?.stance?.by ?? []))];
  if (judges.length === 0) return <span className="text-ink-faint">nobody</span>;
  return <Version>{judges.join(", ")}</Version>;
}

function Taxonomy({ answer: { citations } }: { answer: AnswerDto }) {
  const versions = [...new Set(citations.flatMap(({ sourceClass }) => sourceClass?.taxonomyVersion ?? []))];
  if (versions.length === 0) return <span className="text-ink-faint">no source</span>;
  return <Version>{versions.join(", ")}</Version>;
}
