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

const FAILED = "inngest/function.failed";
const FINISHED = "inngest/function.finished";
const CANCELLED = "inngest/function.cancelled";
const STATUS = { completed: "Completed", failed: "Failed", cancelled: "Cancelled" } as const;

/**
 * The events by which Inngest tells of an end: `inngest/function.failed` is what onFailure listens to. The end of a run
 * that one of them started, but for a cancellation, is told to nobody: a listener would hear itself for ever.
 */
export function endEvents(run: EndedRun, now: Date): JsonEvent[] {
  const event = JSON.parse(run.event);
  if (event.name === FAILED || event.name === FINISHED) return [];
  const data = {
    function_id: run.function_id,
    run_id: run.id,
    event,
    events: [event],
    _inngest: { status: STATUS[run.status] },
    ...(run.output !== null && { result: JSON.parse(run.output) }),
    ...(run.error !== null && { error: JSON.parse(run.error) }),
  };
  const names = {
    completed: [FINISHED],
    failed: [FAILED, FINISHED],
    cancelled: [CANCELLED, FINISHED],
  };
  return names[run.status].map((name) => ownEvent(name, data, now));
}
