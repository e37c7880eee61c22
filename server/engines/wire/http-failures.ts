import { z } from "zod";
import type { EngineFailure } from "../engine-error";

/** Errors of the time before a connection stood: the request can't have reached the engine. */
const beforeConnection = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** A gateway that gave up waiting for the engine behind it: the engine may have gone on. */
const gatewayTimeouts = new Set([504, 524]);
/** Refused for the moment, not for what was asked (RFC 9110: 408, 409; RFC 8470: 425). */
const passing = new Set([408, 409, 425]);

const NodeFailure = z.object({ cause: z.object({ code: z.string() }) });

/** What a thrown fetch means. undici puts the system's error code into `cause`. */
export function failureOfNetwork(label: string, error: unknown): EngineFailure {
  const code = NodeFailure.safeParse(error).data?.cause.code ?? "connection lost";
  const early = beforeConnection.has(code);
  const message = `${label} can't be reached (${code})`;
  return { kind: "network", retryable: early, mayHaveBeenPaid: !early, message };
}

/** What an HTTP status outside 2xx means, where the vendor's body says nothing better. */
export function failureOfStatus(label: string, httpStatus: number, headers: Headers): EngineFailure {
  const retryAfterMs = retryAfter(headers);
  const base = { httpStatus, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  const free = { ...base, retryable: true, mayHaveBeenPaid: false };
  if (httpStatus === 429) {
    return { ...free, kind: "rate_limited", message: `${label} asks to slow down (HTTP 429)` };
  }
  if (gatewayTimeouts.has(httpStatus)) {
    const message = `${label} gave no answer in time (HTTP ${httpStatus})`;
    return { ...base, kind: "timeout", retryable: false, mayHaveBeenPaid: true, message };
  }
  if (httpStatus >= 500 || passing.has(httpStatus)) {
    return { ...free, kind: "server_error", message: `${label} failed (HTTP ${httpStatus})` };
  }
  const message = `${label} refused the request (HTTP ${httpStatus})`;
  return { ...base, kind: "rejected", retryable: false, mayHaveBeenPaid: false, message };
}

/** Milliseconds of a Retry-After header, given as seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfter(headers: Headers, now: Date = new Date()): number | undefined {
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Math.round(Number(value) * 1000);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
