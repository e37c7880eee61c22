import { redactText } from "@/server/kernel/redact-text";

export type EngineErrorKind =
  | "not_ready"
  | "resting"
  | "rejected"
  | "rate_limited"
  | "server_error"
  | "timeout"
  | "network"
  | "bad_body"
  | "cancelled";

export interface EngineFailure {
  readonly kind: EngineErrorKind;
  /** True when another try can help and can't pay twice. */
  readonly retryable: boolean;
  /** True when the engine may have done the work and billed it, and its answer is lost to us. */
  readonly mayHaveBeenPaid: boolean;
  readonly message: string;
  readonly retryAfterMs?: number | undefined;
  readonly httpStatus?: number | undefined;
}

/**
 * Why no answer came. `retryable` and `mayHaveBeenPaid` are never both true; both false means: failed for good, at no cost.
 *
 * Surely before paid work (safe to buy again, `retryable`): connection refused, name not found, TLS failure; HTTP 429;
 * HTTP 5xx other than a gateway's timeout; a failure inside HTTP 200 that the vendor marks as free.
 * `resting` is our own: the engine failed so often that it isn't asked for a while (server/engine-health).
 * Surely before paid work but pointless to repeat: `not_ready`, `rejected` (bad key, bad request, no funds).
 * Perhaps after it (`mayHaveBeenPaid`: treat as lost in flight, buy again at most once): timeout, HTTP 504/524, connection
 * lost after it was made, a body that is malformed, too large or of another content type, and cancellation by the caller.
 *
 * `message` may be shown to a user: it names the engine and the vendor's error code, never a key or a raw body.
 */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;
  readonly retryable: boolean;
  readonly mayHaveBeenPaid: boolean;
  readonly retryAfterMs: number | undefined;
  readonly httpStatus: number | undefined;

  constructor(failure: EngineFailure, cause?: unknown) {
    super(redactText(failure.message), cause === undefined ? undefined : { cause });
    this.name = "EngineError";
    this.kind = failure.kind;
    this.retryable = failure.retryable;
    this.mayHaveBeenPaid = failure.mayHaveBeenPaid;
    this.retryAfterMs = failure.retryAfterMs;
    this.httpStatus = failure.httpStatus;
  }
}
