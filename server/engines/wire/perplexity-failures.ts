import type { EngineFailure } from "../engine-error";
import { FailedRun } from "./perplexity-shape";
import { vendorCode } from "./vendor-code";

/**
 * Perplexity's failure inside a body: a run that failed or was cancelled is HTTP 200 with that status. It is free if nothing
 * was counted. With an HTTP error the status says all. Null for an answer.
 * Source: Perplexity's guide to its Agent API, "Error handling".
 */
export function failureInPerplexityBody(
  label: string,
  body: unknown,
  httpStatus: number,
): EngineFailure | null {
  if (httpStatus >= 300) return null;
  const failed = FailedRun.safeParse(body).data;
  if (!failed) return null;
  const billed = failed.usage !== null && failed.usage !== undefined;
  const code = failed.error?.code ?? failed.error?.type ?? failed.status;
  const kind = code === 429 ? "rate_limited" : "server_error";
  const message = `${label} failed (${vendorCode(code)})`;
  return { kind, retryable: !billed, mayHaveBeenPaid: billed, message, httpStatus };
}
