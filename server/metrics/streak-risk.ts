import type { StreakRisk, WindowOutcome } from "./contract";
import { CELL_HIT_SHARE } from "./streak";

/** A streak's newest window, as far as it is known. */
export interface NewestWindow {
  /** Hits up to it. */
  readonly current: number;
  readonly outcome: WindowOutcome;
  /** More answers may still come in: its days aren't over. */
  readonly isOpen: boolean;
  /** Hits that it could have lost and stayed a hit. */
  readonly spare: number;
}

/**
 * Why a current streak is at risk, or null: its newest window isn't decided (no data yet, or its days aren't over), or it
 * was a hit by a single answer. A streak of no window has nothing to lose.
 */
export function streakRisk({ current, outcome, isOpen, spare }: NewestWindow): StreakRisk | null {
  if (current === 0) return null;
  if (isOpen || outcome === "no_data") return "undecided";
  return spare < 1 ? "one_answer" : null;
}

/** Hits that a cell with `hits` of `answers` could have lost and stayed one (see `CELL_HIT_SHARE`). */
export function spareInCell(hits: number, answers: number): number {
  return Math.max(0, Math.floor(hits - answers * CELL_HIT_SHARE));
}

/** The same of a panel whose presence reached `target`: each of its `answers` weighs alike, as with equal repeats. */
export function spareInPanel(presence: number, target: number, answers: number): number {
  return Math.max(0, Math.floor((presence - target) * answers + 1e-9));
}
