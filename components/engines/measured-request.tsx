import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { formatNumber } from "@/components/ui/format";
import type { EngineDto } from "@/server/engine-health/contract";
import { LOCALE_PARTS, priceWords } from "./engine-words";

/** What is sent for each ask, and what it costs. The contract stands beside every answer: another one is another series. */
export function MeasuredRequest({ engine }: { engine: EngineDto }) {
  const { request, contract, limits, localeMapping } = engine;
  return (
    <Card
      title="The measured request"
      detail="The same for everybody: no system prompt, no hint that a brand is tracked, no memory of other asks."
    >
      <dl className="-my-2.5">
        <Fact term="Contract">
          <Code>{contract}</Code>
        </Fact>
        <Fact term="Sent to">
          <Code>{request.endpoint}</Code>
        </Fact>
        <Fact term="Model">
          {request.model === null ? "the engine’s own choice" : <Code>{request.model}</Code>}
        </Fact>
        <Fact term="Prompt">{request.prompt}</Fact>
        <Fact term="Web search">{request.search}</Fact>
        {LOCALE_PARTS.map(({ part, label }) => {
          const { field, meaning } = localeMapping[part];
          return (
            <Fact key={part} term={label}>
              {field === null ? "can’t be set" : <Code>{field}</Code>}
              <span className="text-ink-soft">: {meaning}</span>
            </Fact>
          );
        })}
        <Fact term="Longest prompt">{formatNumber(limits.promptChars)} characters</Fact>
        <Fact term="Waits for an answer">{formatNumber(limits.timeoutMs / 1_000)} seconds at most</Fact>
        <Fact term="Price">{priceWords(engine)}; an ask that fails costs nothing</Fact>
      </dl>
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-line py-2.5 text-sm not-first:border-t sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="font-medium">{term}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </div>
  );
}

function Code({ children }: { children: string }) {
  return <code className="wrap-anywhere font-mono text-[0.8125rem]">{children}</code>;
}
