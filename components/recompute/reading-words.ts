import { formatNumber } from "@/components/ui/format";
import type { RecomputeProgress, RecomputeStatus } from "@/server/recompute/contract";

export function isGoingOn(latest: RecomputeProgress | null | undefined): boolean {
  return latest?.state === "requested" || latest?.state === "reading" || latest?.state === "measuring";
}

/** Whether a page that is opened now has anything to say of it. */
export function isWorthSaying({ stale, latest }: RecomputeStatus): boolean {
  if (stale > 0 || isGoingOn(latest)) return true;
  return latest !== null && (latest.state === "failed" || latest.unread > 0);
}

export function answersWord(count: number): string {
  return count === 1 ? "1 answer" : `${formatNumber(count)} answers`;
}

export interface SaidEnd {
  readonly tone: "good" | "info" | "bad";
  readonly title: string;
  readonly detail: string;
}

/** What became of one that has ended. */
export function sayEnded({ state, done, total, failure }: RecomputeProgress): SaidEnd {
  const read = `${formatNumber(done)} of ${answersWord(total)}`;
  if (state === "failed")
    return {
      tone: "bad",
      title: `Reading again stopped at ${read}`,
      detail: `${failure ?? "It couldn’t go on."} Nothing is lost and nothing was charged: start it again, and it goes on with the rest.`,
    };
  if (state === "cancelled")
    return {
      tone: "info",
      title: `Stopped at ${read}`,
      detail:
        "What was read again stays, and the numbers are counted from all answers as they are read by now.",
    };
  return {
    tone: "good",
    title: `${answersWord(done)} read again`,
    detail: "The numbers are those of the new reading. The trend has those of before beside them, dashed.",
  };
}
