import type { Tone } from "@/components/ui/badge";
import { formatNumber } from "@/components/ui/format";
import type { AskCounts, RunPageDto } from "@/server/runs/contract";

type RunState = RunPageDto["state"];

const STATES: Readonly<Record<RunState, { readonly label: string; readonly tone: Tone }>> = {
  requested: { label: "Requested", tone: "neutral" },
  waiting_for_credits: { label: "Waiting for credits", tone: "caution" },
  asking: { label: "Asking", tone: "good" },
  closing: { label: "Closing", tone: "good" },
  complete: { label: "Complete", tone: "good" },
  partial: { label: "Partial", tone: "caution" },
  failed: { label: "Failed", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

/** Nothing more will be asked, and the calls in flight are finishing. */
export function isCancelling({ state, asks }: Pick<RunPageDto, "state" | "asks">): boolean {
  return state === "asking" && asks.cancelled > 0;
}

/** A run's state in a word. An import asks nothing: it records. */
export function stateOf(run: Pick<RunPageDto, "state" | "kind" | "asks">) {
  if (isCancelling(run)) return { label: "Cancelling", tone: "neutral" as const };
  if (run.kind === "import" && run.state === "asking") return { label: "Recording", tone: "good" as const };
  return STATES[run.state];
}

/** The states of an ask in the order of its life. */
export const ASK_STATES: readonly { readonly state: keyof AskCounts; readonly label: string }[] = [
  { state: "planned", label: "Planned" },
  { state: "claimed", label: "Claimed" },
  { state: "answered", label: "Answered" },
  { state: "failed", label: "Failed" },
  { state: "orphaned", label: "Orphaned" },
  { state: "cancelled", label: "Cancelled" },
];

/** "1 ask", "1,500 asks". */
export function count(n: number, singular: string): string {
  return `${formatNumber(n)} ${n === 1 ? singular : `${singular}s`}`;
}

export function totalOf(asks: AskCounts): number {
  return Object.values(asks).reduce((sum, each) => sum + each, 0);
}

/** An estimate reads like one: "about 40 s left", "about 3 min left". */
export function timeLeftWords(seconds: number): string {
  if (seconds < 8) return "a few seconds left";
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} s left`;
  if (seconds < 55 * 60) return `about ${Math.max(1, Math.round(seconds / 60))} min left`;
  return `about ${Math.max(1, Math.round(seconds / 3600))} h left`;
}

/** How a run stands, in one sentence; it changes with the state and with each quarter of the asks, not with every answer. */
export function announcement(run: RunPageDto): string {
  const { ended, total } = run.progress;
  const { answered, failed, orphaned } = run.asks;
  if (run.ended) {
    const lost = failed + orphaned;
    return `The run has ended: ${stateOf(run).label.toLowerCase()}. ${count(answered, "answer")}${lost > 0 ? `, ${formatNumber(lost)} failed` : ""}.`;
  }
  if (run.state !== "asking" || isCancelling(run)) return `${stateOf(run).label}.`;
  const quarters = total === 0 ? 0 : Math.floor((ended / total) * 4);
  return quarters === 0 ? "The run has begun." : `${quarters * 25} % of the asks have ended.`;
}
