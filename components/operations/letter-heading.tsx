import Link from "next/link";
import { formatMoment } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import type { DeadLetterDto } from "@/server/operations/contract";
import { functionName } from "./function-words";
import { LetterSubjectFact } from "./letter-subject-fact";

/** Which job it was, when it failed and whose it was, and the way back. */
export function LetterHeading({ letter, listPath }: { letter: DeadLetterDto; listPath: string }) {
  const { functionId, startedAt, failedAt, subject } = letter;
  return (
    <>
      <BackToList path={listPath} />
      <PageHeader
        title={functionName(functionId)}
        detail={
          <span className="flex flex-col gap-1 text-sm">
            <span>
              Failed for good on <time dateTime={failedAt}>{formatMoment(failedAt)}</time> UTC
              {startedAt && (
                <>
                  , started on <time dateTime={startedAt}>{formatMoment(startedAt)}</time>
                </>
              )}
            </span>
            {subject && <LetterSubjectFact subject={subject} />}
          </span>
        }
      />
    </>
  );
}

export function BackToList({ path }: { path: string }) {
  return (
    <nav aria-label="Dead letters" className="mb-3 text-sm">
      <Link href={path} className="text-accent underline underline-offset-4">
        All dead letters
      </Link>
    </nav>
  );
}
