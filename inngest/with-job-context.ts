import { NonRetriableError } from "inngest";
import { runInContext } from "@/server/kernel/context";
import type { ErrorCode } from "@/server/kernel/errors";
import type { Result } from "@/server/kernel/result";
import { type EventName, type EventPayload, events } from "./events";

/** Refusals that a later try can mend; any other is the end of the job. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  "busy",
  "unavailable",
  "in_progress",
  "lease_lost",
  "engine_unavailable",
]);

export interface Job<Name extends EventName> {
  readonly payload: EventPayload<Name>;
  /** Runs a verb as the system actor of the event's org. Its error is thrown: for good, or to be tried again. */
  perform<T>(verb: (payload: EventPayload<Name>) => Promise<Result<T>>): Promise<T>;
}

/** The context of a durable function: the org of the event, the actor "system:<job>", and the function run as request. */
export function jobOf<Name extends EventName>(
  name: Name,
  data: unknown,
  job: string,
  functionRun: string,
): Job<Name> {
  const payload = parsePayload(name, data);
  const context = { orgId: payload.orgId, actor: { kind: "system" as const, job }, requestId: functionRun };
  return {
    payload,
    async perform(verb) {
      const result = await runInContext(context, () => verb(payload));
      if (result.ok) return result.value;
      if (PASSING.has(result.error.code)) throw result.error;
      throw new NonRetriableError(result.error.message, { cause: result.error });
    },
  };
}

function parsePayload<Name extends EventName>(name: Name, data: unknown): EventPayload<Name> {
  const parsed = events[name].safeParse(data);
  if (!parsed.success) throw new NonRetriableError(`malformed ${name}`, { cause: parsed.error });
  return payloadOf<Name>(parsed.data);
}

/** `data` was parsed by the very schema that EventPayload<Name> is inferred from; the compiler loses that in the index. */
function payloadOf<Name extends EventName>(data: unknown): EventPayload<Name> {
  return data as EventPayload<Name>;
}
