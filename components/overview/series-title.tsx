import { surfaceLabel } from "@/components/shell/surface-label";
import { Badge } from "@/components/ui/badge";
import type { OverviewSeries } from "@/server/reports/contract";

type Origin = Pick<OverviewSeries, "engineId" | "engine" | "surface" | "sandbox">;

/** Where the page has the details of a series. */
export function seriesAnchor({ engineId, surface, sandbox }: Origin): string {
  return [engineId, surface, ...(sandbox ? ["sandbox"] : [])].join("-");
}

/** How the answers were come by: the surface, and whether they were made up. */
export function SeriesBadges({ surface, sandbox }: Origin) {
  return (
    <>
      <Badge>{surfaceLabel(surface)}</Badge>
      {sandbox && <Badge tone="caution">made up</Badge>}
    </>
  );
}
