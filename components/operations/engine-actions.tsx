import { Card } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/format";
import type { EngineActionDto } from "@/server/operations/contract";

/** Who paused and resumed engines lately, latest first. */
export function EngineActions({ actions }: { actions: readonly EngineActionDto[] }) {
  return (
    <Card title="On record" detail="Who paused and resumed engines, latest first. Times are in UTC.">
      {actions.length === 0 ? (
        <p className="text-ink-soft text-sm">Nobody has paused an engine yet.</p>
      ) : (
        <ol className="-my-2.5 text-sm">
          {actions.map(({ id, action, label, reason, by, at }) => (
            <li key={id} className="wrap-anywhere border-line py-2.5 not-first:border-t">
              <span className="font-medium">
                {label} {action}
              </span>{" "}
              by {by}
              {reason !== null && <span className="text-ink-soft">: “{reason}”</span>}
              <span className="block text-ink-faint text-xs tabular-nums">{formatMoment(at)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
