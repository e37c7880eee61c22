import { formatMoment } from "@/components/ui/format";
import type { LetterIntervention } from "@/server/operations/contract";

/** What operators did about a letter, oldest first. */
export function LetterRecord({ interventions }: { interventions: readonly LetterIntervention[] }) {
  if (interventions.length === 0)
    return <p className="text-ink-soft text-sm">Nobody has done anything about it yet.</p>;
  return (
    <ol className="flex flex-col gap-1.5 text-sm">
      {interventions.map(({ action, by, at }) => (
        <li key={at} className="flex flex-wrap gap-x-3">
          <time dateTime={at} className="text-ink-faint tabular-nums">
            {formatMoment(at)}
          </time>
          <span dir="auto" className="wrap-anywhere">
            {action === "retried" ? "Retried" : "Dropped"} by <span className="font-semibold">{by}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
