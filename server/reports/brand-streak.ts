import type { BrandId } from "@/server/kernel/id";
import { panelHit, streak, windowBounds, windowsBetween } from "@/server/metrics";
import type { BrandStreak, SeriesWindow } from "./contract";
import type { StoredMetric } from "./read-metric-rows";

/**
 * A brand's streak over the windows of one panel version up to the shown one, from the presence rows that the page shows,
 * so that made-up windows never lengthen a real streak. None for a brand that the shown window doesn't have.
 */
export function brandStreak(
  stored: readonly StoredMetric[],
  shown: SeriesWindow,
  brandId: BrandId,
  { targetPresence }: { readonly targetPresence: number },
): BrandStreak[] {
  if (!shown.metrics.some((metric) => metric.brandId === brandId)) return [];
  const upToShown = stored.filter(
    ({ row, window }) => row.metricId === "presence" && window.start <= shown.window.start,
  );
  const [oldest] = upToShown;
  if (!oldest) return [];
  const hits = new Map(
    upToShown
      .filter(({ row }) => row.brandId === brandId)
      .map(({ row, window }) => [window.start, panelHit(row, targetPresence)]),
  );
  const windows = windowsBetween(windowBounds(oldest.window).from, windowBounds(shown.window).from);
  const outcomes = windows.map(({ start }) => ({ start, outcome: hits.get(start) ?? ("no_data" as const) }));
  const { current, longest, brokenAt } = streak(outcomes.map(({ outcome }) => outcome));
  return [
    {
      brandId,
      current,
      longest,
      brokenAt: brokenAt === null ? null : (windows[brokenAt]?.start ?? null),
      outcomes,
    },
  ];
}
