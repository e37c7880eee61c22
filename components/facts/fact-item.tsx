import type { ReactNode } from "react";
import { formatDay } from "@/components/ui/format";
import type { FactDto } from "@/server/facts/contract";
import { valueWords } from "./fact-words";

/** A fact in the list: what it says, what it is compared by, what it decided, and how it read before. */
export function FactItem({ fact, children }: { fact: FactDto; children?: ReactNode }) {
  const { statement, value, sourceUrl, validFrom, decided, earlier, version, savedAt } = fact;
  const compared = valueWords(value);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="wrap-anywhere font-medium">{statement}</p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-ink-soft text-sm tabular-nums">
          <span>{compared === null ? "compared by a model alone" : compared}</span>
          {validFrom && <span>since {formatDay(validFrom)}</span>}
          {sourceUrl && (
            <a
              href={sourceUrl}
              target="_blank"
              rel="nofollow noopener noreferrer"
              className="wrap-anywhere text-accent underline underline-offset-3"
            >
              {new URL(sourceUrl).host}
            </a>
          )}
          {decided.wrong > 0 && <span className="font-medium text-danger">{decided.wrong} wrong</span>}
          {decided.right > 0 && <span>{decided.right} right</span>}
        </p>
        {earlier.length > 0 && (
          <details className="mt-1.5 text-ink-soft text-sm">
            <summary className="inline-flex min-h-8 cursor-pointer items-center text-accent underline underline-offset-4 max-sm:min-h-11">
              Version {version}, saved on {formatDay(savedAt)}
            </summary>
            <ol className="mt-1 flex flex-col gap-1 border-line border-l-2 pl-3">
              {earlier.map((each) => (
                <li key={each.version} className="wrap-anywhere">
                  Version {each.version}, {formatDay(each.savedAt)}: {each.statement}
                  {valueWords(each.value) !== null && ` (${valueWords(each.value)})`}
                  {each.archived && ", archived"}
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
