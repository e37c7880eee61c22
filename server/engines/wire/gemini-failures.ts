import { z } from "zod";
import type { EngineFailure } from "../engine-error";
import { GeminiError } from "./gemini-shape";
import { vendorCode } from "./vendor-code";

const RetryInfo = z.object({
  "@type": z.string().endsWith("google.rpc.RetryInfo"),
  retryDelay: z.string().regex(/^\d+(\.\d+)?s$/),
});

/**
 * Google's failure inside a body. With an HTTP error the status says what it is, and RetryInfo among the details how long
 * to wait; under HTTP 200, `{error}` instead of candidates is a failure before the model answered. Null for an answer.
 * Source: ai.google.dev, "Troubleshooting guide", and google.rpc.RetryInfo.
 */
export function failureInGeminiBody(label: string, body: unknown, httpStatus: number): EngineFailure | null {
  const failed = GeminiError.safeParse(body).data;
  if (!failed) return null;
  const message = `${label} failed (${vendorCode(failed.error.status ?? failed.error.code)})`;
  const free = { retryable: true, mayHaveBeenPaid: false, message, httpStatus };
  if (httpStatus < 300) return { ...free, kind: "server_error" };
  const wait = waitIn(failed.error.details);
  if (httpStatus !== 429 || wait === null) return null;
  return { ...free, kind: "rate_limited", retryAfterMs: wait };
}

/** Milliseconds of the RetryInfo among an error's details, or null. */
function waitIn(details: unknown): number | null {
  if (!Array.isArray(details)) return null;
  const [info] = details.flatMap((detail) => RetryInfo.safeParse(detail).data ?? []);
  return info ? Math.round(Number.parseFloat(info.retryDelay) * 1000) : null;
}
