import type { Scope } from "./expression";
import type { FunctionPlan } from "./function-plan";

/** The concurrency keys of a run, with their limits. Runs of one lane wait for exactly the same slots. */
export interface Lane {
  readonly id: string;
  readonly keys: readonly { readonly key: string; readonly limit: number }[];
}

/** The lane of a run that `event` would start; null when the function has no concurrency limit. Pure. */
export function laneOf(plan: FunctionPlan, scope: Scope): Lane | null {
  if (plan.limits.length === 0) return null;
  const keys = plan.limits.map(({ limit, scope: reach, key }, index) => {
    const value = key ? JSON.stringify(key(scope) ?? null) : "";
    return { key: reach === "fn" ? `${plan.id}/${index}:${value}` : `${reach}:${value}`, limit };
  });
  return { id: JSON.stringify([plan.id, ...keys.map(({ key }) => key)]), keys };
}

/** What stands in line: a run, its lane's keys, and how many more runs each key has room for. */
export interface Candidate {
  readonly id: string;
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
