import type { Inngest, InngestFunction } from "inngest";
import { MAIN_QUEUE } from "./function-plan";

/**
 * Work that must not stand behind other work: runs of `functions` (and of their onFailure) have a queue of their own, and
 * places, connections and locks that no other function's run can take. The functions themselves don't know.
 */
export interface SeparateQueue {
  /** Lower-case letters and hyphens. */
  readonly name: string;
  readonly functions: readonly InngestFunction.Any[];
  /** Runs of this queue that this worker carries on at a time, besides all others. */
  readonly concurrency: number;
}

interface QueueOptions {
  readonly client: Inngest.Any;
  readonly concurrency?: number;
  readonly separateQueues?: readonly SeparateQueue[];
}

export interface QueuePlan {
  readonly queues: readonly { readonly queueName: string; readonly concurrency: number }[];
  /** The queue in which runs of a function stand. */
  readonly queueOf: (functionId: string) => string;
}

/** Runs that a worker carries on at a time, unless it is told otherwise. */
const CONCURRENCY = 50;
const NAME = /^[a-z]+(?:-[a-z]+)*$/;

/** Who stands where. Throws when a queue has no proper name, or a function two queues. */
export function planQueues({
  client,
  concurrency = CONCURRENCY,
  separateQueues = [],
}: QueueOptions): QueuePlan {
  const byFunction = new Map<string, string>();
  for (const { name, functions } of separateQueues) {
    if (!NAME.test(name)) throw new Error(`"${name}" can't be the name of a queue`);
    for (const fn of functions) {
      const id = fn.id(client.id);
      if (byFunction.has(id)) throw new Error(`function "${id}" is given two queues`);
      byFunction.set(id, queueName(name));
      byFunction.set(`${id}-failure`, queueName(name));
    }
  }
  return {
    queues: [
      { queueName: MAIN_QUEUE, concurrency },
      ...separateQueues.map((queue) => ({
        queueName: queueName(queue.name),
        concurrency: queue.concurrency,
      })),
    ],
    queueOf: (functionId) => byFunction.get(functionId) ?? MAIN_QUEUE,
  };
}

function queueName(name: string): string {
  return `${MAIN_QUEUE}-${name}`;
}
