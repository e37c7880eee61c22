import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { formatMoment } from "@/components/ui/format";
import type { DeadLetterItem, DeadLettersPage } from "@/server/operations/contract";
import { ErrorWords } from "./error-words";
import { functionName } from "./function-words";
import { LetterSubjectFact } from "./letter-subject-fact";
import { letterPath, lettersPath } from "./operations-path";

interface Props {
  readonly page: DeadLettersPage;
  /** Whose letters alone are shown. */
  readonly functionId: string | undefined;
  /** Later pages have a way back to the first. */
  readonly later: boolean;
}

/** What failed for good, latest first, page by page. */
export function LetterList({ page, functionId, later }: Props) {
  return (
    <>
      <ul aria-label="Dead letters, latest first" className="flex flex-col gap-2.5">
        {page.letters.map((letter) => (
          <li key={letter.letterId}>
            <Letter letter={letter} functionId={functionId} />
          </li>
        ))}
      </ul>
      {(later || page.next !== null) && (
        <nav aria-label="Pages" className="mt-5 flex flex-wrap gap-2.5">
          {later && (
            <ButtonLink href={lettersPath({ functionId })} look="quiet" size="small">
              Latest
            </ButtonLink>
          )}
          {page.next !== null && (
            <ButtonLink href={lettersPath({ functionId, after: page.next })} look="quiet" size="small">
              Earlier ones
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}

function Letter({ letter, functionId }: { letter: DeadLetterItem; functionId: string | undefined }) {
  const { error, subject } = letter;
  return (
    <article className="relative rounded-xl border border-line bg-surface p-4 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent hover:border-line-strong sm:px-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <h2 className="min-w-0 font-mono font-semibold text-[0.95rem]">
          <Link
            href={letterPath(letter.letterId, functionId)}
            className="wrap-anywhere after:absolute after:inset-0 after:rounded-xl"
          >
            {functionName(letter.functionId)}
          </Link>
        </h2>
        <time dateTime={letter.failedAt} className="text-ink-faint text-sm tabular-nums">
          {formatMoment(letter.failedAt)}
        </time>
      </div>
      <p dir="auto" className="wrap-anywhere mt-1.5 line-clamp-2">
        <ErrorWords error={error} />
      </p>
      {subject && (
        <p className="mt-2 text-ink-faint text-xs">
          <LetterSubjectFact subject={subject} />
        </p>
      )}
    </article>
  );
}
