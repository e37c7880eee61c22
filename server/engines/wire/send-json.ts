import type { RawReply } from "../define-engine";
import { EngineError, type EngineFailure } from "../engine-error";
import { failureOfNetwork, failureOfStatus } from "./http-failures";
import { BodyTooLarge, readLimited } from "./read-limited";

/** A chat answer with 100 sources is under 200 kB; ten megabytes is a broken or hostile server. */
const maxBodyBytes = 10 * 1024 * 1024;
const maxErrorBytes = 64 * 1024;

interface JsonCall {
  readonly label: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** The vendor's failure inside a body, of whatever HTTP status; null when the body is an answer. */
  failureIn(body: unknown, httpStatus: number): EngineFailure | null;
}

/**
 * POSTs JSON once and gives back the answer's bytes as text, or throws an EngineError: never retries (that is the job's
 * decision), never follows a redirect (a key would travel with it), and reads at most 10 MB.
 */
export async function sendJson(call: JsonCall): Promise<RawReply> {
  const startedAt = new Date();
  const started = performance.now();
  const timeout = AbortSignal.timeout(call.timeoutMs);
  const signal = call.signal ? AbortSignal.any([timeout, call.signal]) : timeout;
  try {
    const response = await call.fetch(call.url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...call.headers },
      body: JSON.stringify(call.body),
      redirect: "manual",
      signal,
    });
    const contentType = response.headers.get("content-type") ?? "";
    if (!response.ok) throw await refusal(call, response);
    const body = await readLimited(response, maxBodyBytes);
    checkAnswer(call, body, contentType, response.status);
    const latencyMs = Math.round(performance.now() - started);
    return { httpStatus: response.status, contentType, body, startedAt, latencyMs };
  } catch (error) {
    throw asEngineError(error, call, timeout);
  }
}

function checkAnswer(call: JsonCall, body: string, contentType: string, httpStatus: number): void {
  if (!/\bjson\b/i.test(contentType)) throw badBody(call, "an answer that isn't JSON", httpStatus);
  const failure = call.failureIn(parseOrThrow(call, body, httpStatus), httpStatus);
  if (failure) throw new EngineError(failure);
}

function parseOrThrow(call: JsonCall, body: string, httpStatus: number): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw badBody(call, "malformed JSON", httpStatus);
  }
}

async function refusal(call: JsonCall, response: Response): Promise<EngineError> {
  const body = await readLimited(response, maxErrorBytes)
    .then(JSON.parse)
    .catch(() => null);
  const known = body === null ? null : call.failureIn(body, response.status);
  const byStatus = failureOfStatus(call.label, response.status, response.headers);
  return new EngineError(known ? { retryAfterMs: byStatus.retryAfterMs, ...known } : byStatus);
}

function badBody(call: JsonCall, what: string, httpStatus?: number): EngineError {
  const message = `${call.label} sent ${what}`;
  return new EngineError({ kind: "bad_body", retryable: false, mayHaveBeenPaid: true, message, httpStatus });
}

function asEngineError(error: unknown, call: JsonCall, timeout: AbortSignal): EngineError {
  if (error instanceof EngineError) return error;
  if (error instanceof BodyTooLarge) return badBody(call, "an answer of more than 10 MB");
  const lost = { retryable: false, mayHaveBeenPaid: true };
  if (timeout.aborted) {
    const message = `${call.label} gave no answer within ${call.timeoutMs} ms`;
    return new EngineError({ ...lost, kind: "timeout", message }, error);
  }
  if (call.signal?.aborted) {
    return new EngineError({ ...lost, kind: "cancelled", message: `${call.label}: cancelled` }, error);
  }
  return new EngineError(failureOfNetwork(call.label, error), error);
}
