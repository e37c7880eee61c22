"use client";

import type { ReactNode } from "react";
import { HintButton } from "@/components/ui/hint-button";
import type { NoteLine, ProvenanceNote } from "./provenance-note";

/** A number that says where it comes from: rest the pointer on it, or press it. Every number of a metric stands in one. */
export function Provenance({ note, children }: { note: ProvenanceNote; children: ReactNode }) {
  return (
    <HintButton
      title={note.title}
      data-provenance={note.about.id}
      className="max-w-full cursor-help text-left underline decoration-1 decoration-dotted decoration-ink-faint underline-offset-4 [font:inherit] hover:decoration-solid aria-expanded:decoration-solid"
      content={() => (
        <>
          <p className="text-ink-soft">{note.about.definition}</p>
          <Lines lines={note.facts} />
          <Lines lines={note.source} />
          <Lines lines={note.about.lines} />
        </>
      )}
    >
      {children}
    </HintButton>
  );
}

function Lines({ lines }: { lines: readonly NoteLine[] }) {
  if (lines.length === 0) return null;
  return (
    <dl className="mt-2.5 grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 border-line border-t pt-2.5 text-xs leading-relaxed">
      {lines.map(([label, text]) => (
        <div key={label} className="contents">
          <dt className="text-ink-faint">{label}</dt>
          <dd className="wrap-anywhere tabular-nums">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
