import type { Scope } from "./expression";
import type { FunctionPlan } from "./function-plan";

/** A lane by its name, with the queue under whose lock it is decided about. */
export interface LaneRef {
  readonly id: string;
  readonly queue: string;
}

/** The concurrency keys of a run, with their limits, and its throttle. Runs of one lane wait for exactly the same. */
export interface Lane extends LaneRef {
  readonly keys: readonly { readonly key: string; readonly limit: number }[];
  readonly throttle: { readonly key: string; readonly everyMs: number; readonly most: number } | null;
}

/** The lane of a run that `event` would start; null when the function has neither limit nor throttle. Pure. */
export function laneOf(plan: FunctionPlan, scope: Scope): Lane | null {
  if (plan.limits.length === 0 && !plan.throttle) return null;
  const keys = plan.limits.map(({ limit, scope: reach, key }, index) => {
    const value = key ? JSON.stringify(key(scope) ?? null) : "";
    return { key: reach === "fn" ? `${plan.id}/${index}:${value}` : `${reach}:${value}`, limit };
  });
  const throttle = plan.throttle && {
    key: `throttle:${plan.id}:${JSON.stringify(plan.throttle.key?.(scope) ?? null)}`,
    everyMs: plan.throttle.everyMs,
    most: plan.throttle.most,
  };
  const names = [...keys.map(({ key }) => key), ...(throttle ? [throttle.key] : [])];
  return { id: JSON.stringify([plan.id, ...names]), queue: plan.queue, keys, throttle };
}

/** What stands in line: a run, its lane's keys, and how many more runs each key has room for. */
export interface Candidate {
  readonly id: string;
  readonly queue: string;
  readonly priority: number;
  readonly seq: number;
  readonly keys: readonly { readonly key: string; readonly room: number }[];
}

/**
 * Which candidates get a slot now: highest priority first, then oldest first, each only if all its keys have room left.
 * A run whose key is full is passed over, so that it never holds up the work of other keys. Pure.
 */
export function chooseAdmitted(candidates: readonly Candidate[]): Candidate[] {
  const room = new Map(candidates.flatMap((run) => run.keys.map((key) => [key.key, key.room] as const)));
  const inOrder = candidates.toSorted((a, b) => b.priority - a.priority || a.seq - b.seq);
  return inOrder.filter(({ keys }) => {
    if (keys.some(({ key }) => (room.get(key) ?? 0) < 1)) return false;
    for (const { key } of keys) room.set(key, (room.get(key) ?? 0) - 1);
    return true;
  });
}
