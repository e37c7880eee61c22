"use client";

import Link from "next/link";
import { withoutBidiControls } from "@/components/answers/text/mark-pieces";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { surfaceLabel } from "@/components/shell/surface-label";
import { formatDay } from "@/components/ui/format";
import type { AliasSampleDto } from "@/server/projects/contract";
import { type LookedAt, previewScope, previewWords } from "./preview-words";
import { type BrandDraft, useAliasPreview } from "./use-alias-preview";

interface Props {
  readonly address: ProjectAddress;
  readonly draft: BrandDraft;
  /** The name that is looked at; empty: none. */
  readonly alias: string;
  readonly lookedAt: LookedAt;
}

/** What a name would match in stored answers, below the field where it is typed. Writes nothing. */
export function AliasPreview({ address, draft, alias, lookedAt }: Props) {
  const found = useAliasPreview(draft, alias);
  const brand = lookedAt === "first" ? alias.trim() : draft.name.trim() || "the brand";
  return (
    <div aria-live="polite" aria-busy={found.state === "reading"}>
      {found.state === "reading" && (
        <p className="rounded-lg bg-sunken px-4 py-3 text-ink-faint text-sm">Reading stored answers…</p>
      )}
      {found.state === "failed" && (
        <p className="rounded-lg bg-danger-soft px-4 py-3 text-danger text-sm">
          {found.error.message || "The server could not be reached. Check your connection."}
        </p>
      )}
      {found.state === "read" && (
        <div className="flex flex-col gap-3 rounded-lg bg-sunken px-4 py-3 text-sm">
          <Words words={previewWords(found.preview, brand, lookedAt)} />
          <p className="text-ink-faint">{previewScope(found.preview)}</p>
          {found.preview.samples.length > 0 && (
            <details>
              <summary className="min-h-8 cursor-pointer font-medium max-sm:min-h-11">
                Show where, in {found.preview.samples.length}{" "}
                {found.preview.samples.length === 1 ? "answer" : "answers"}
              </summary>
              <ul className="mt-1 flex flex-col divide-y divide-line">
                {found.preview.samples.map((sample) => (
                  <Sample key={`${sample.answerId} ${sample.kind}`} address={address} {...sample} />
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </div>
  );
}

function Words({ words: [first, ...rest] }: { words: readonly string[] }) {
  return (
    <div>
      <p className="font-semibold">{first}</p>
      {rest.map((sentence) => (
        <p key={sentence} className="text-ink-soft">
          {sentence}
        </p>
      ))}
    </div>
  );
}

const KINDS: Readonly<Record<AliasSampleDto["kind"], string>> = {
  adds: "",
  undecided: "Undecided",
  other_brand: "Stays with the longer name",
};

function Sample({
  address,
  answerId,
  kind,
  engine,
  surface,
  observedAt,
  prompt,
  text,
  spans,
  cut,
}: AliasSampleDto & { address: ProjectAddress }) {
  const safe = withoutBidiControls(text);
  return (
    <li className="py-2.5">
      <p dir="auto" className="wrap-anywhere">
        {cut.before && "… "}
        {spans.map(({ start, end }, index) => (
          <span key={start}>
            {safe.slice(spans[index - 1]?.end ?? 0, start)}
            <mark className="rounded-sm bg-accent-soft px-0.5 font-semibold text-accent">
              {safe.slice(start, end)}
            </mark>
          </span>
        ))}
        {safe.slice(spans.at(-1)?.end ?? 0)}
        {cut.after && " …"}
      </p>
      <p className="wrap-anywhere mt-1 text-ink-faint">
        {[KINDS[kind], engine, surfaceLabel(surface), formatDay(observedAt)].filter(Boolean).join(" · ")} ·{" "}
        <Link
          href={projectPath(address, "answers", answerId)}
          prefetch={false}
          className="text-accent underline underline-offset-2"
        >
          {prompt}
        </Link>
      </p>
    </li>
  );
}
