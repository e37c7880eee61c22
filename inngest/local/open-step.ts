import { z } from "zod";
import { endOfWait } from "./duration";
import { ownEvent } from "./event";
import { interestOf, parseEventMatch } from "./event-match";
import { seedRun } from "./event-router";
import type { FunctionPlan } from "./function-plan";
import type { OpenStep } from "./run-progress";
import type { Operation } from "./sdk-protocol";

const waitOptions = z.object({ timeout: z.string(), if: z.string().optional() });
const invokeOptions = z.object({
  function_id: z.string(),
  timeout: z.string().optional(),
  payload: z.object({ data: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});
/** As on Inngest Cloud: an invocation without a limit of its own gets a year. */
const LONGEST_INVOCATION = "365d";

/** A step that can't be opened, for a reason that its function may catch, as it would a failed step's. */
export class StepRefused extends Error {}

/**
 * The open step that an operation asks for, or null when it is of a kind that the runtime doesn't know. Throws when a
 * kind that it knows carries something that it doesn't understand, and StepRefused when it asks for what isn't there. `event` is the run's own. Pure but for the id of
 * the event of an invocation.
 */
export function readOpenStep(
  operation: Operation,
  event: unknown,
  plans: readonly FunctionPlan[],
  now: Date,
): OpenStep | null {
  const stepId = operation.id;
  const name = operation.displayName ?? null;
  switch (operation.op) {
    case "StepPlanned":
      return { stepId, name, state: "planned" };
    case "Sleep":
      return { stepId, name, state: "sleeping", dueAt: endOfWait(operation.name ?? "", now) };
    case "WaitForEvent": {
      const options = waitOptions.parse(operation.opts);
      const match = options.if === undefined ? null : parseEventMatch(options.if);
      return {
        stepId,
        name,
        state: "waiting",
        dueAt: endOfWait(options.timeout, now),
        eventName: operation.name ?? "",
        interest: interestOf(match, event),
      };
    }
    case "InvokeFunction": {
      const options = invokeOptions.parse(operation.opts);
      const plan = plans.find(({ id }) => id === options.function_id);
      if (!plan) throw new StepRefused(`could not find function with ID: ${options.function_id}`);
      const invoked = ownEvent("inngest/function.invoked", options.payload?.data ?? {}, now);
      const dueAt = endOfWait(options.timeout ?? LONGEST_INVOCATION, now);
      return { stepId, name, state: "invoking", dueAt, seed: seedRun(plan, invoked, now) };
    }
    default:
      return null;
  }
}
