import { Card } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/format";
import type { FlagActionDto } from "@/server/operations/contract";
import { shareWords } from "./flag-words";

/** Who set flags lately, latest first. */
export function FlagActions({ actions }: { actions: readonly FlagActionDto[] }) {
  return (
    <Card title="On record" detail="Who set flags, latest first. Times are in UTC.">
      {actions.length === 0 ? (
        <p className="text-ink-soft text-sm">Nobody has set a flag yet.</p>
      ) : (
        <ol className="-my-2.5 text-sm">
          {actions.map(({ id, flagId, org, percent, reason, by, at }) => (
            <li key={id} className="wrap-anywhere border-line py-2.5 not-first:border-t">
              <span className="font-medium">
                {flagId} for {org ?? "everybody"}:{" "}
                {percent === null ? "rule taken back" : shareWords(percent)}
              </span>{" "}
              by {by}
              <span className="text-ink-soft">: “{reason}”</span>
              <span className="block text-ink-faint text-xs tabular-nums">{formatMoment(at)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
