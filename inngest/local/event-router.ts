import { endOfWait } from "./duration";
import type { JsonEvent } from "./event";
import { type Interest, interestOf } from "./event-match";
import type { FunctionPlan } from "./function-plan";
import { type Lane, laneOf } from "./lane";

/** A run that an event starts, before it has an id. */
export interface RunSeed {
  readonly functionId: string;
  readonly event: JsonEvent;
  readonly priority: number;
  /** For an event whose `ts` lies in the future: the run starts then. */
  readonly startAt: Date | null;
  readonly lane: Lane | null;
  /** A second run under the same key within 24 hours isn't started. */
  readonly onceKey: string | null;
  /** Events that would cancel the run. */
  readonly cancelOn: readonly { event: string; interest: Interest; until: Date | null }[];
  readonly queue: string;
  readonly timeouts: FunctionPlan["timeouts"];
}

/** Inngest takes priorities from -600 to 600 (seconds ahead in the line); beyond is cut off. */
const MOST_PRIORITY = 600;

/** A `ts` that is only this far ahead is a clock's, not a wish. */
const CLOCK_SKEW_MS = 1_000;

/** The runs that `events` start, in the order of the events. Pure. */
export function routeEvents(
  plans: readonly FunctionPlan[],
  events: readonly JsonEvent[],
  now: Date,
): RunSeed[] {
  const interested = new Map<string, { plan: FunctionPlan; condition: (event: JsonEvent) => boolean }[]>();
  for (const plan of plans) {
    for (const { name, condition } of plan.events) {
      const entry = { plan, condition: (event: JsonEvent) => !condition || condition({ event }) === true };
      interested.set(name, [...(interested.get(name) ?? []), entry]);
    }
  }
  return events.flatMap((event) =>
    (interested.get(event.name) ?? [])
      .filter(({ condition }) => condition(event))
      .map(({ plan }) => ({
        ...seedRun(plan, event, now),
        startAt: event.ts > now.getTime() + CLOCK_SKEW_MS ? new Date(event.ts) : null,
      })),
  );
}

/** The run of `plan` that `event` starts, whatever its triggers say (an invocation, a tick of a cron). Pure. */
export function seedRun(plan: FunctionPlan, event: JsonEvent, now: Date): RunSeed {
  const scope = { event };
  return {
    functionId: plan.id,
    event,
    priority: clampPriority(plan.priority?.(scope)),
    startAt: null,
    lane: laneOf(plan, scope),
    onceKey: plan.idempotency ? `run:${plan.id}:${JSON.stringify(plan.idempotency(scope) ?? null)}` : null,
    cancelOn: plan.cancelOn.flatMap(({ event: name, match, until }) => {
      const interest = interestOf(match, event);
      return interest
        ? [{ event: name, interest, until: until === null ? null : endOfWait(until, now) }]
        : [];
    }),
    queue: plan.queue,
    timeouts: plan.timeouts,
  };
}

function clampPriority(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return 0;
  return Math.trunc(Math.max(-MOST_PRIORITY, Math.min(MOST_PRIORITY, value)));
}
