import type { EngineFailure } from "../engine-error";
import { Envelope, noSearchResults, taskOk } from "./dataforseo-shape";

/** DataForSEO's codes for "too much at once": per minute, per day, at the same time. */
const slowDown = new Set([40_202, 40_203, 40_209]);

/**
 * DataForSEO's failure inside a body: it answers HTTP 200 to nearly everything and puts the outcome into `status_code`, at
 * the top and in the task; both must be 20000. A task with a cost was billed even if it failed. Null for an answer.
 * Source: docs.dataforseo.com/v3/appendix/errors.
 */
export function failureInDataForSeoBody(
  label: string,
  body: unknown,
  httpStatus: number,
): EngineFailure | null {
  const envelope = Envelope.safeParse(body).data;
  if (!envelope) return null;
  const code = failedCode(envelope);
  if (code === null) return null;
  const billed = (envelope.tasks?.[0]?.cost ?? envelope.cost ?? 0) > 0;
  const message = `${label} failed (DataForSEO code ${code})`;
  if (slowDown.has(code)) {
    return { kind: "rate_limited", retryable: !billed, mayHaveBeenPaid: billed, message, httpStatus };
  }
  const passing = code >= 50_000 || code === 40_101 || code === 40_103;
  const kind = passing ? "server_error" : "rejected";
  return { kind, retryable: passing && !billed, mayHaveBeenPaid: billed, message, httpStatus };
}

/** The code that isn't a success, of the top level or of the one task; null when both are fine. */
export function failedCode(envelope: Envelope): number | null {
  if (envelope.status_code !== taskOk) return envelope.status_code;
  const task = envelope.tasks?.[0];
  if (!task || task.status_code === taskOk || task.status_code === noSearchResults) return null;
  return task.status_code;
}
