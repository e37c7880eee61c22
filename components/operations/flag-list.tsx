import { Badge } from "@/components/ui/badge";
import type { FlagDto } from "@/server/operations/contract";
import { shareWords } from "./flag-words";
import { SetFlag } from "./set-flag";

/** Every flag with its rules, and the way to set one. */
export function FlagList({ flags }: { flags: readonly FlagDto[] }) {
  return (
    <ul aria-label="Flags" className="rounded-xl border border-line bg-surface">
      {flags.map((flag) => (
        <li
          key={flag.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-line px-4 py-4 not-first:border-t sm:px-6"
        >
          <FlagState flag={flag} />
          <SetFlag flagId={flag.id} rules={flag.rules} otherwise={flag.otherwise} />
        </li>
      ))}
    </ul>
  );
}

function FlagState({ flag: { id, about, owner, expires, expired, otherwise, rules } }: { flag: FlagDto }) {
  return (
    <div className="min-w-0 flex-1 basis-80">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-mono font-semibold text-sm">
        {id}
        {expired && <Badge tone="caution">Past its end</Badge>}
      </h2>
      <p className="mt-1 text-ink-soft text-sm">{about}</p>
      <ul className="mt-1 text-sm">
        {rules.every(({ org }) => org !== null) && (
          <li>Everybody: {otherwise ? "on" : "off"}, as it is by itself</li>
        )}
        {rules.map(({ org, percent }) => (
          <li key={org ?? ""} className="wrap-anywhere">
            {org === null ? `Everybody: ${shareWords(percent)}` : `${org}: ${percent > 0 ? "on" : "off"}`}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-faint text-xs">
        Owner: {owner}. To be gone by <time dateTime={expires}>{expires}</time>.
      </p>
    </div>
  );
}
