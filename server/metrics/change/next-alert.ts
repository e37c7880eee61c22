import type { AlertState, Verdict } from "../contract";

/** The change from which an alert is raised unless the user sets another: five points. */
export const ALERT_THRESHOLD = 0.05;

/** A mean that equals the threshold on paper may fall a rounding error short of it. */
const ROUNDING = 1e-9;

/** The newest comparison of a series. */
export interface AlertObservation {
  readonly verdict: Verdict;
  /** Starts of the two windows compared. */
  readonly baseline: string;
  readonly window: string;
}

/** The window to compare the next one with: a raised alert keeps its baseline, otherwise it is the one before. */
export function baselineFor(state: AlertState, windowBefore: string): string {
  return state.kind === "raised" ? state.baseline : windowBefore;
}

/**
 * Where an alert stands after one window more. It is raised by a change of at least `threshold` (a share), and confirmed
 * when the next window with data, compared with the same baseline, has changed that way again; otherwise it is withdrawn.
 * A series break withdraws it, a window without enough data leaves it as it is, and the same window twice changes nothing.
 * Throws a RangeError when a raised alert is shown a comparison with another baseline.
 * Source: methodology v1, "Change".
 */
export function nextAlert(
  state: AlertState,
  observation: AlertObservation,
  threshold: number = ALERT_THRESHOLD,
): AlertState {
  const { verdict, baseline, window } = observation;
  if (lastWindow(state) === window || verdict.kind === "not_enough_data") return state;
  if (state.kind === "raised" && baseline !== state.baseline)
    throw new RangeError(`a raised alert is compared with ${state.baseline}, not with ${baseline}`);
  const direction = directionOf(verdict, threshold);
  if (direction === null) return { kind: "quiet" };
  if (state.kind === "raised" && state.direction === direction)
    return { kind: "confirmed", direction, baseline, since: state.since, by: window };
  return { kind: "raised", direction, baseline, since: window };
}

function lastWindow(state: AlertState): string | null {
  if (state.kind === "quiet") return null;
  return state.kind === "raised" ? state.since : state.by;
}

function directionOf(verdict: Verdict, threshold: number): "up" | "down" | null {
  if (verdict.kind !== "changed" || !reaches(verdict.difference, threshold)) return null;
  return verdict.difference > 0 ? "up" : "down";
}

/** Whether a difference, in either direction, is at least the threshold. Both in shares. */
export function reaches(difference: number, threshold: number): boolean {
  return Math.abs(difference) >= threshold - ROUNDING;
}
