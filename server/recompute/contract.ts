import { z } from "zod";
import { type AnswerId, ProjectId, type RecomputeId } from "@/server/kernel/id";

export const RecomputeProjectInput = z.object({ projectId: ProjectId });
export type RecomputeProjectInput = z.input<typeof RecomputeProjectInput>;

export interface StartedRecompute {
  readonly recomputeId: RecomputeId;
  /** Answers that it has to read. */
  readonly total: number;
}

/** An answer that couldn't be read again: its facts are as they were. */
export interface UnreadAnswer {
  readonly answerId: AnswerId;
  readonly reason: string;
}

export interface RecomputeProgress {
  readonly recomputeId: RecomputeId;
  readonly state: "requested" | "reading" | "measuring" | "done" | "cancelled" | "failed";
  /** Somebody stopped it. */
  readonly stopped: boolean;
  readonly total: number;
  readonly done: number;
  readonly failure: string | null;
  /** ISO moments. */
  readonly requestedAt: string;
  readonly endedAt: string | null;
  readonly unread: number;
  /** The first of them. */
  readonly unreadAnswers: UnreadAnswer[];
}

export interface RecomputeStatus {
  /** Stored answers that were read with other brands or another extractor than there are now. */
  readonly stale: number;
  /** The one that is going on, else the last one. */
  readonly latest: RecomputeProgress | null;
}
