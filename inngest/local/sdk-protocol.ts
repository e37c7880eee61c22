import { z } from "zod";
import { canonicalJson } from "./canonical-json";

/** One call to a function: everything it needs to be carried on from where it stands. JSON parts are canonical text. */
export interface Call {
  readonly functionId: string;
  readonly runId: string;
  /** `step` to carry the function on; the id (sha1) of a planned step to run that step alone. */
  readonly stepId: string;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly event: string;
  /** Memoised steps by id, each as `{"data":…,"type":"data"}` or `{"error":…,"type":"error"}`, oldest first. */
  readonly steps: ReadonlyMap<string, string>;
  /** True while other steps of the run are open: the function may then only plan, not run, what it comes to. */
  readonly planOnly: boolean;
}

/** The query that reaches a function at the SDK's endpoint. */
export function callQuery(call: Call): string {
  return `?fnId=${encodeURIComponent(call.functionId)}&stepId=${encodeURIComponent(call.stepId)}`;
}

/**
 * The body of a call, put together from canonical parts in canonical order, so that it is serialised once and never
 * sorted again. `fn_id` and `qi_id` are what the SDK names when it checkpoints, for functions that ask for it.
 */
export function callBody(call: Call): string {
  const order = [...call.steps.keys()];
  const members = order
    .toSorted()
    .map((id) => `${JSON.stringify(id)}:${call.steps.get(id)}`)
    .join(",");
  const context = canonicalJson({
    attempt: call.attempt,
    disable_immediate_execution: call.planOnly,
    fn_id: call.functionId,
    max_attempts: call.maxAttempts,
    qi_id: call.runId,
    run_id: call.runId,
    stack: { current: order.length, stack: order },
    use_api: false,
  });
  return `{"ctx":${context},"event":${call.event},"events":[${call.event}],"steps":{${members}},"use_api":false,"version":-1}`;
}

/** How a memoised result is written in the body of later calls. */
export function stepEntry(kind: "data" | "error", json: string): string {
  return `{"${kind}":${json},"type":"${kind}"}`;
}

export const operation = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** Something a function has asked for: a step that ran, failed or is planned, a sleep, a wait, an invocation. */
export type Operation = z.infer<typeof operation>;

/** How a failure may be tried again: never, by the usual delays, or as the function says (seconds or a moment). */
export type Retry = { readonly again: false } | { readonly again: true; readonly after: string | null };

/** What a function answered to a call. `json` parts are canonical text. */
export type CallAnswer =
  | { readonly kind: "completed"; readonly json: string }
  | { readonly kind: "failed"; readonly json: string; readonly retry: Retry }
  | { readonly kind: "operations"; readonly operations: readonly Operation[]; readonly retry: Retry };

/**
 * Reads a response of the SDK: 200 done, 206 operations, anything else a failure, which is final when
 * `x-inngest-no-retry` is `true`. A response that makes no sense is a failure that may be tried again.
 */
export function readAnswer(status: number, headers: Record<string, unknown>, body: string): CallAnswer {
  const retry = readRetry(headers);
  try {
    if (status === 200)
      return { kind: "completed", json: canonicalJson(body === "" ? null : JSON.parse(body)) };
    if (status === 206) {
      return { kind: "operations", operations: z.array(operation).parse(JSON.parse(body)), retry };
    }
    return { kind: "failed", json: errorJson(JSON.parse(body)), retry };
  } catch {
    const message = `status ${status}, body that can't be read: ${body.slice(0, 200)}`;
    return { kind: "failed", json: errorJson({ name: "ProtocolError", message }), retry };
  }
}

/** The answer to a call that never came back. */
export function lostCall(error: unknown): CallAnswer {
  const message = error instanceof Error ? error.message : String(error);
  return {
    kind: "failed",
    json: errorJson({ name: "CallFailed", message }),
    retry: { again: true, after: null },
  };
}

function readRetry(headers: Record<string, unknown>): Retry {
  if (headers["x-inngest-no-retry"] === "true") return { again: false };
  const after = headers["retry-after"];
  return { again: true, after: typeof after === "string" ? after : null };
}

const errorBody = z.looseObject({
  name: z.string().optional(),
  message: z.string().optional(),
  error: z.string().optional(),
});

/** An error in the one shape that is stored, memoised and put in `inngest/function.failed`. */
export function errorJson(raw: unknown): string {
  const parsed = errorBody.safeParse(raw);
  if (!parsed.success) return canonicalJson({ name: "Error", message: String(raw) });
  const { name = "Error", message, error, ...rest } = parsed.data;
  return canonicalJson({ ...rest, name, message: message ?? error ?? "unknown error" });
}
