import type { BrandId } from "@/server/kernel/id";
import {
  isOpen,
  panelHit,
  spareInPanel,
  streak,
  streakRisk,
  windowBounds,
  windowsBetween,
} from "@/server/metrics";
import type { BrandStreak, SeriesWindow } from "./contract";
import type { StoredPresence } from "./read-metric-rows";

/**
 * A brand's streak over the windows of one panel version up to the shown one (`presences` of that version and series,
 * oldest first), so that made-up windows never lengthen a real streak. None for a brand that the shown window doesn't have.
 */
export function brandStreak(
  presences: readonly StoredPresence[],
  shown: SeriesWindow,
  brandId: BrandId,
  { targetPresence, now }: { readonly targetPresence: number; readonly now: Date },
): BrandStreak[] {
  if (!shown.metrics.some((metric) => metric.brandId === brandId)) return [];
  const upToShown = presences.filter(({ start }) => start <= shown.window.start);
  const [oldest] = upToShown;
  if (!oldest) return [];
  const hits = new Map(
    upToShown
      .filter((presence) => presence.brandId === brandId)
      .map((presence) => [presence.start, panelHit(presence, targetPresence)]),
  );
  const first = windowBounds({ ...shown.window, start: oldest.start }).from;
  const windows = windowsBetween(first, windowBounds(shown.window).from);
  const outcomes = windows.map(({ start }) => ({ start, outcome: hits.get(start) ?? ("no_data" as const) }));
  const presence = shown.metrics.find(
    (metric) => metric.metricId === "presence" && metric.brandId === brandId,
  );
  const { current, longest, brokenAt } = streak(outcomes.map(({ outcome }) => outcome));
  return [
    {
      brandId,
      current,
      longest,
      brokenAt: brokenAt === null ? null : (windows[brokenAt]?.start ?? null),
      risk: streakRisk({
        current,
        outcome: outcomes.at(-1)?.outcome ?? "no_data",
        isOpen: isOpen(shown.window, now),
        spare: spareInPanel(presence?.value ?? 0, targetPresence, presence?.n ?? 0),
      }),
      outcomes,
    },
  ];
}
