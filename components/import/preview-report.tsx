import type { ReactNode } from "react";
import { formatMoment, formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { ImportPreview } from "@/server/imports/contract";
import { RejectedLines } from "./rejected-lines";

/** What the dry run found. */
export function PreviewReport({ preview }: { preview: ImportPreview }) {
  const { lines, accepted, alreadyImported, rejectedCount, rejected, refusal, from, to } = preview;
  const counts = [
    { label: lines === 1 ? "line" : "lines", value: lines },
    { label: "new", value: accepted },
    { label: "already imported", value: alreadyImported },
    { label: "rejected", value: rejectedCount },
  ];
  return (
    <div className="flex flex-col gap-5">
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4">
        {counts.map(({ label, value }) => (
          <div key={label} className="flex flex-col-reverse bg-surface px-4 py-3">
            <dt className="text-ink-faint text-sm">{label}</dt>
            <dd className="font-semibold text-2xl tabular-nums">{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      {from !== null && to !== null && (
        <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
          <Fact label="Engines">
            {preview.engines
              .map(
                ({ label, answers }) =>
                  `${label}: ${formatNumber(answers)} ${answers === 1 ? "answer" : "answers"}`,
              )
              .join("; ")}
          </Fact>
          <Fact label="Prompts">{promptWords(preview)}</Fact>
          <Fact label="Captured">
            {from === to ? formatMoment(from) : `${formatMoment(from)} to ${formatMoment(to)}`} (UTC)
          </Fact>
        </dl>
      )}
      {refusal !== null && (
        <Notice tone="bad" title="This file can’t be imported whole">
          {refusal}
        </Notice>
      )}
      {lines === 0 && <Notice tone="caution">The file has no lines.</Notice>}
      {rejectedCount > 0 && <RejectedLines rejected={rejected} count={rejectedCount} />}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{label}</dt>
      <dd className="max-sm:mb-2">{children}</dd>
    </>
  );
}

function promptWords({ prompts, newPrompts }: ImportPreview): string {
  if (prompts === 1 && newPrompts === 1) return "1, new to the panel “Imported captures”";
  if (newPrompts === 0) return `${formatNumber(prompts)}, all in the panel “Imported captures” already`;
  const fresh = newPrompts === prompts ? "all" : formatNumber(newPrompts);
  return `${formatNumber(prompts)}, ${fresh} of them new to the panel “Imported captures”`;
}
