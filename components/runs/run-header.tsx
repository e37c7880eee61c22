import type { ReactNode } from "react";
import { formatMoment } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import type { RunPageDto } from "@/server/runs/contract";
import { KindBadges, StateBadge } from "./run-badges";
import { count } from "./run-words";

/** Which run it is: what it asked, when, and how it stands. */
export function RunHeader({ run, actions }: { run: RunPageDto; actions: ReactNode }) {
  const { kind, panel, repeats, requestedAt, closedAt, simulatedAt } = run;
  return (
    <PageHeader
      title={`${kind === "import" ? "Import" : "Run"} of ${formatMoment(simulatedAt ?? requestedAt)}`}
      actions={actions}
      detail={
        <>
          <p className="flex flex-wrap items-center gap-2">
            <StateBadge run={run} />
            <KindBadges run={run} />
            <span>
              {panel.name}, version {panel.version}
              {kind === "ask" && `, ${count(repeats, "repeat")}`}
            </span>
          </p>
          <p className="mt-1 text-ink-faint text-sm">
            {simulatedAt && `Stands for ${formatMoment(simulatedAt)}; `}
            {simulatedAt ? "requested" : "Requested"}{" "}
            <time dateTime={requestedAt}>{formatMoment(requestedAt)}</time>
            {closedAt && (
              <>
                , closed <time dateTime={closedAt}>{formatMoment(closedAt)}</time>
              </>
            )}
            . Times are in UTC.
          </p>
        </>
      }
    />
  );
}
