import { type JsonEvent, ownEvent } from "./event";

/** A run that has just ended, as its row now says. */
export interface EndedRun {
  readonly id: string;
  readonly function_id: string;
  readonly event: string;
  readonly status: "completed" | "failed" | "cancelled";
  readonly output: string | null;
  readonly error: string | null;
  /** The lane whose slot it held until now, if it held one. */
  readonly lane: string | null;
  readonly queue: string;
}

/** The events by which Inngest tells of an end: `inngest/function.failed` is what onFailure listens to. */
export function endEvents(run: EndedRun, now: Date): JsonEvent[] {
  const about = { function_id: run.function_id, run_id: run.id, event: JSON.parse(run.event) };
  const error = run.error === null ? {} : { error: JSON.parse(run.error) };
  if (run.status === "cancelled")
    return [ownEvent("inngest/function.cancelled", { ...about, ...error }, now)];
  const result = run.output === null ? {} : { result: JSON.parse(run.output) };
  const finished = ownEvent("inngest/function.finished", { ...about, ...result, ...error }, now);
  if (run.status === "completed") return [finished];
  return [ownEvent("inngest/function.failed", { ...about, ...error }, now), finished];
}
