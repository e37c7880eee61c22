import { z } from "zod";
import type { EngineFailure } from "../engine-error";
import { ResponseError } from "./openai-responses-shape";
import { vendorCode } from "./vendor-code";

const FailedBody = z.object({
  status: z.string().nullish(),
  error: ResponseError,
  usage: z.unknown().optional(),
});

/** Words that OpenAI uses for "the account has no money left", which arrive as HTTP 429 but won't pass by waiting. */
const outOfFunds = new Set(["insufficient_quota", "billing_hard_limit_reached"]);

/**
 * OpenAI's failure inside a body: `{error}` with an HTTP error, or a response with `status: "failed"` under HTTP 200.
 * Null where the status line alone says enough, or the body is an answer. A failed response that counts no tokens is free.
 */
export function failureInOpenAiBody(label: string, body: unknown, httpStatus: number): EngineFailure | null {
  const failed = FailedBody.safeParse(body).data;
  if (!failed) return null;
  const code = vendorCode(failed.error.code ?? failed.error.type);
  const message = `${label} failed (${code})`;
  if (outOfFunds.has(code)) {
    return { kind: "rejected", retryable: false, mayHaveBeenPaid: false, message, httpStatus };
  }
  if (httpStatus >= 300) return null;
  const billed = failed.usage !== null && failed.usage !== undefined;
  const kind = code === "rate_limit_exceeded" ? "rate_limited" : "server_error";
  return { kind, retryable: !billed, mayHaveBeenPaid: billed, message, httpStatus };
}
