"use client";

import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { formatNumber } from "@/components/ui/format";
import type { RejectedLine } from "@/server/imports/contract";

const SHOWN = 10;

interface Props {
  /** Those that are spelled out; `count` may be more. */
  readonly rejected: readonly RejectedLine[];
  readonly count: number;
}

/** The lines that can't come in, each with its number in the file and the reason. */
export function RejectedLines({ rejected, count }: Props) {
  const [all, setAll] = useState(false);
  const [copied, setCopied] = useState<string>();
  const shown = all ? rejected : rejected.slice(0, SHOWN);
  const copy = async () => {
    const text = rejected.map(({ line, why }) => `${line}\t${why}`).join("\n");
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ? "Copied." : "The browser did not allow copying: download the list instead.");
  };
  return (
    <section aria-label="Rejected lines">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="font-semibold">
          {formatNumber(count)} rejected {count === 1 ? "line" : "lines"}
        </h3>
        <div className="flex flex-wrap items-center gap-2">
          <Button look="quiet" size="small" onClick={() => void copy()}>
            <Copy size={15} aria-hidden="true" />
            Copy
          </Button>
          <Button look="quiet" size="small" onClick={() => download(rejected)}>
            <Download size={15} aria-hidden="true" />
            Download
          </Button>
          <span role="status" className="text-ink-faint text-sm">
            {copied}
          </span>
        </div>
      </div>
      {rejected.length < count && (
        <p className="mb-2 text-ink-faint text-sm">
          The first {formatNumber(rejected.length)} are listed. Mend them and check again to see the rest.
        </p>
      )}
      <ol
        className="max-h-96 overflow-y-auto rounded-lg border border-line text-sm"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {shown.map(({ line, why }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order, and a line may stand twice
            key={index}
            className={classNames(
              "grid grid-cols-[minmax(4.5rem,auto)_minmax(0,1fr)] gap-3 border-line px-3 py-2 not-first:border-t",
              // Thousands of them: only those in sight are laid out.
              all && "[contain-intrinsic-size:auto_2.4rem] [content-visibility:auto]",
            )}
          >
            <span className="text-ink-faint tabular-nums">line {line}</span>
            <span className="wrap-anywhere">{why}</span>
          </li>
        ))}
      </ol>
      {rejected.length > SHOWN && (
        <div className="mt-2">
          <Button look="plain" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? `Show the first ${SHOWN}` : `Show all ${formatNumber(rejected.length)}`}
          </Button>
        </div>
      )}
    </section>
  );
}

function download(rejected: readonly RejectedLine[]): void {
  const rows = rejected.map(({ line, why }) => `${line},"${why.replaceAll('"', '""')}"\r\n`);
  const url = URL.createObjectURL(new Blob(["\uFEFFline,why\r\n", ...rows], { type: "text/csv" }));
  Object.assign(document.createElement("a"), { href: url, download: "rejected-lines.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
