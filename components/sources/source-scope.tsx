import Link from "next/link";
import { surfaceLabel } from "@/components/shell/surface-label";
import { Badge } from "@/components/ui/badge";
import { formatNumber, formatWindow } from "@/components/ui/format";
import type { SourceScope } from "@/server/sources/contract";
import { retrievalWords } from "./source-words";

interface Props {
  readonly scope: SourceScope;
  /** The same page for another surface. */
  readonly surfaceHref: (surface: string) => string;
}

/** What the numbers of a page of sources are of, in two lines. */
export function ScopeLine({ scope, surfaceHref }: Props) {
  const { window, panel, surface, sandbox, engines, answers, otherSurfaces } = scope;
  return (
    <div className="mb-4 flex flex-col gap-1.5 text-sm">
      <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium tabular-nums">
          {formatNumber(answers)} {answers === 1 ? "answer cites" : "answers cite"} something
        </span>
        <span className="text-ink-soft">
          {formatWindow(window)} · {engines.map(({ label }) => label).join(", ")} · panel {panel.name},
          version {panel.version}
        </span>
        <Badge>{surfaceLabel(surface)}</Badge>
        {sandbox && <Badge tone="caution">made up</Badge>}
      </p>
      <p className="max-w-prose text-ink-faint">Only retrieved: {retrievalWords(engines)}.</p>
      {otherSurfaces.length > 0 && (
        <p className="text-ink-soft">
          Never added up with it:{" "}
          {otherSurfaces.map((other, index) => (
            <span key={other}>
              {index > 0 && ", "}
              <Link href={surfaceHref(other)} className="text-accent underline underline-offset-4">
                {surfaceLabel(other)}
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
