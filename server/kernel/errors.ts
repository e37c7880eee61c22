/** Every way in which a verb can refuse. Transports map each code to their own status in one place. */
export type ErrorCode =
  | "invalid_input"
  | "not_found"
  | "forbidden"
  | "conflict"
  | "insufficient_credits"
  | "engine_unavailable"
  | "lease_lost"
  | "busy"
  | "in_progress"
  | "key_reused";

/**
 * An expected refusal, in words that say what to do. `message` may be shown to the user: it never carries a secret,
 * another org's data or an engine's raw output.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

export function forbidden(what: string): AppError {
  return new AppError(
    "forbidden",
    `Your role doesn't allow you to ${what}. Ask an admin of the organisation.`,
  );
}

export function notFound(what: string): AppError {
  return new AppError("not_found", `No such ${what}.`);
}
