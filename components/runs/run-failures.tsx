import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { RunPageDto } from "@/server/runs/contract";
import { count } from "./run-words";

/** Why asks ended without an answer, most first, and what asking again would do. */
export function RunFailures({ run, action }: { run: RunPageDto; action: ReactNode }) {
  const lost = run.asks.failed + run.asks.orphaned;
  return (
    <Card
      title={`${count(lost, run.kind === "import" ? "capture" : "ask")} failed`}
      detail={run.kind === "import" ? undefined : "Nothing was charged for them."}
      action={action}
    >
      <ul className="flex flex-col divide-y divide-line border-line border-t text-sm">
        {run.failures.map(({ engineId, label, state, reason, advice, asks }) => (
          <li
            key={`${engineId} ${state} ${reason}`}
            className="flex flex-wrap gap-x-4 gap-y-0.5 py-3 last:pb-0"
          >
            <span className="w-20 shrink-0 font-semibold tabular-nums">{count(asks, "ask")}</span>
            <span className="min-w-0 flex-1 basis-60">
              <span className="wrap-anywhere font-medium">
                {reason.startsWith(label) ? reason : `${label}: ${reason}`}
              </span>
              <span className="block text-ink-soft">{advice}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
