import { crashHook } from "./crash-hook";

/**
 * Where a process may die on the way of a run, in the order of that way; inngest/crashes.db.test.ts kills one at each.
 * "Before commit": everything is written and nothing stands. "After commit": it stands, and nobody has heard of it.
 */
export const CRASH_POINTS = [
  "request/before-commit",
  "request/after-commit",
  "outbox/sent-not-marked",
  "reserve/before-commit",
  "reserve/after-commit",
  "fan-out/chunk-sent",
  "claim/before-commit",
  "claim/after-commit",
  "call/in-flight",
  "call/answered",
  "raw-body/before-commit",
  "raw-body/after-commit",
  "record/before-commit",
  "record/after-commit",
  "close/before-commit",
  "close/after-commit",
  "release/before-commit",
  "release/after-commit",
  "measure/before-commit",
  "measure/after-commit",
  "finish/before-commit",
  "finish/after-commit",
  "cancel/before-commit",
  "cancel/after-commit",
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Marks a crash point. It does nothing, except in a process that a crash test has started to die here. */
export function crashPoint(point: CrashPoint): void {
  crashHook.reached(point);
}
