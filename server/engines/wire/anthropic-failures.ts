import type { EngineFailure } from "../engine-error";
import { ErrorBody } from "./anthropic-shape";
import { vendorCode } from "./vendor-code";

/**
 * Anthropic's failure inside a body. With an HTTP error the status says all (429 rate limit, 529 overloaded, 402 no funds);
 * under HTTP 200, `{type:"error"}` instead of a message is a failure before the model answered. Null for an answer.
 * Source: Anthropic's API reference, "Errors".
 */
export function failureInAnthropicBody(
  label: string,
  body: unknown,
  httpStatus: number,
): EngineFailure | null {
  if (httpStatus >= 300) return null;
  const failed = ErrorBody.safeParse(body).data;
  if (!failed) return null;
  const message = `${label} failed (${vendorCode(failed.error.type)})`;
  const kind = failed.error.type === "rate_limit_error" ? "rate_limited" : "server_error";
  return { kind, retryable: true, mayHaveBeenPaid: false, message, httpStatus };
}
