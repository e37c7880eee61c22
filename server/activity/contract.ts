import type { RunId } from "@/server/kernel/id";

/** A project by its address, and the brand that it tracks. */
export interface ProjectRef {
  readonly workspace: string;
  readonly project: string;
  readonly ownBrand: string;
}

/** A run of the org that hasn't ended. */
export interface UnderWayDto {
  readonly runId: RunId;
  readonly project: ProjectRef;
  /** A run whose price no credits cover yet. */
  readonly waiting: boolean;
  /** Asks that have ended, of all. */
  readonly ended: number;
  readonly asks: number;
}

export type NotificationKind = "run" | "schedule" | "recompute";

/** Something that came to an end, or didn't begin, while nobody had to watch. */
export interface NotificationDto {
  /** Stays the same from one reading to the next. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly project: ProjectRef;
  /** ISO moment. */
  readonly at: string;
  readonly tone: "good" | "caution" | "bad" | "neutral";
  readonly title: string;
  readonly detail: string;
  /** The run that it is about; null where there is none. */
  readonly runId: RunId | null;
}

export interface ActivityDto {
  /** Newest request first. */
  readonly underWay: UnderWayDto[];
  /** Newest first, at most twenty. */
  readonly notifications: NotificationDto[];
}
