import type { RunState } from "@/db/schema";
import type { AskCounts } from "./contract";

/** From each state of a run to those it may pass to. A state without successors is an end. */
export const RUN_TRANSITIONS: Readonly<Record<RunState, readonly RunState[]>> = {
  requested: ["waiting_for_credits", "asking", "failed", "cancelled"],
  waiting_for_credits: ["asking", "failed", "cancelled"],
  asking: ["closing"],
  closing: ["complete", "partial", "failed", "cancelled"],
  complete: [],
  partial: [],
  failed: [],
  cancelled: [],
};

export function mayBecome(from: RunState, to: RunState): boolean {
  return RUN_TRANSITIONS[from].includes(to);
}

export function hasEnded(state: RunState): boolean {
  return RUN_TRANSITIONS[state].length === 0;
}

/**
 * What a run ends as, once no ask of it is planned or claimed: `complete` only when every ask was answered. A run that
 * somebody cancelled says so, and one without a single answer has failed; the rest is partial, never stamped complete.
 */
export function endStateOf(asks: AskCounts): "complete" | "partial" | "failed" | "cancelled" {
  const total = Object.values(asks).reduce((sum, count) => sum + count, 0);
  if (asks.cancelled > 0) return "cancelled";
  if (asks.answered === total && total > 0) return "complete";
  return asks.answered === 0 ? "failed" : "partial";
}
