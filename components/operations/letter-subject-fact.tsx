import type { LetterSubject } from "@/server/operations/contract";

/** Whose job it was. Not a link: an operator is no member of the org. */
export function LetterSubjectFact({ subject: { orgId, orgSlug, runId } }: { subject: LetterSubject }) {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      <span className="wrap-anywhere">
        Org{" "}
        {orgSlug === null ? (
          <>
            <code className="font-mono">{orgId}</code>, which isn’t there
          </>
        ) : (
          <span className="font-semibold text-ink-soft">{orgSlug}</span>
        )}
      </span>
      {runId !== null && (
        <span className="wrap-anywhere">
          Run <code className="font-mono">{runId}</code>
        </span>
      )}
    </span>
  );
}
