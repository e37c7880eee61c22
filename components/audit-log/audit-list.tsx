import { formatMoment } from "@/components/ui/format";
import type { AuditRowDto } from "@/server/audit-log/contract";

/** Who did what, the newest first. */
export function AuditList({ rows }: { rows: readonly AuditRowDto[] }) {
  return (
    <ol aria-label="Audit log, the newest first" className="rounded-xl border border-line bg-surface">
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap gap-x-6 gap-y-1 border-line px-4 py-3 text-sm not-first:border-t sm:px-6"
        >
          <time dateTime={row.at} className="w-36 shrink-0 text-ink-faint tabular-nums">
            {formatMoment(row.at)}
          </time>
          <div className="min-w-0 flex-1 basis-64">
            <p dir="auto" className="wrap-anywhere">
              <span className="font-semibold">{row.who}</span> {row.words}
              {row.subject !== null && <>: {row.subject}</>}
            </p>
            <Facts row={row} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Facts({ row: { changes, details } }: { row: AuditRowDto }) {
  if (changes.length + details.length === 0) return null;
  return (
    <ul className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-faint text-xs">
      {changes.map(({ field, before, after }) => (
        <li key={field} dir="auto" className="wrap-anywhere">
          {field}: {before} <span aria-hidden="true">→</span>
          <span className="sr-only">became</span> {after}
        </li>
      ))}
      {details.map(({ field, value }) => (
        <li key={`of ${field}`} dir="auto" className="wrap-anywhere">
          {field}: {value}
        </li>
      ))}
    </ul>
  );
}
