import { Badge } from "@/components/ui/badge";
import type { RunListItem, RunPageDto } from "@/server/runs/contract";
import { stateOf } from "./run-words";

export function StateBadge({ run }: { run: RunListItem | RunPageDto }) {
  const { label, tone } = stateOf(run);
  return <Badge tone={tone}>{label}</Badge>;
}

/** What kind of run it is, where that isn't plain: an import, a retry, made-up answers. */
export function KindBadges({
  run,
  showSandbox = true,
}: {
  run: RunListItem | RunPageDto;
  showSandbox?: boolean;
}) {
  return (
    <>
      {run.kind === "import" && <Badge>Import</Badge>}
      {run.retryOf && <Badge>Retry</Badge>}
      {run.sandbox && showSandbox && <Badge tone="caution">Sandbox</Badge>}
    </>
  );
}
