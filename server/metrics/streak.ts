import { isShown } from "./answer-states";
import type { MetricValue, Streak, WindowOutcome } from "./contract";
import type { AnswerOutcome } from "./window-sample";

/** The part of a cell's answers that must name (or cite) the brand for a hit. */
export const CELL_HIT_SHARE = 0.5;

/**
 * Consecutive hits in `windows`, oldest first: at the end, and at best. A miss breaks a streak; a window without data
 * pauses it, so the hits on both sides of it count as one streak.
 */
export function streak(windows: readonly WindowOutcome[]): Streak {
  let current = 0;
  let longest = 0;
  let brokenAt: number | null = null;
  windows.forEach((outcome, index) => {
    if (outcome === "no_data") return;
    if (outcome === "miss" && current > 0) brokenAt = index;
    current = outcome === "hit" ? current + 1 : 0;
    longest = Math.max(longest, current);
  });
  return { current, longest, brokenAt };
}

/**
 * What a cell's window was for a brand: a hit when at least half of its real answers name it (or, `by` "cited", cite a
 * page it owns); no data when there is no real answer.
 */
export function cellHit(
  outcomes: readonly AnswerOutcome[],
  brandId: string,
  by: "named" | "cited" = "named",
): WindowOutcome {
  const shown = outcomes.filter((outcome) => isShown(outcome.state));
  if (shown.length === 0) return "no_data";
  const hits = shown.filter((outcome) =>
    by === "named" ? outcome.named.includes(brandId) : (outcome.citedOf[brandId] ?? 0) > 0,
  ).length;
  return hits >= shown.length * CELL_HIT_SHARE ? "hit" : "miss";
}

/**
 * What a panel's window was: a hit when presence reaches `target` (a share in [0, 1]). A null value (nothing in the
 * denominator, or withheld for low completion) is no data.
 */
export function panelHit(presence: Pick<MetricValue, "value">, target: number): WindowOutcome {
  if (presence.value === null) return "no_data";
  // A mean that equals the target on paper may fall a rounding error short of it.
  return presence.value >= target - 1e-9 ? "hit" : "miss";
}
